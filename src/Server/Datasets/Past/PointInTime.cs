using System.Text;
using Espalier.Engine.Columns;
using Espalier.Server.Http;
using Espalier.Server.Http.Requests;

namespace Espalier.Server.Datasets.Past;

/// <summary>
/// Which past state of a dataset is meant: as a transaction left it, or as it was at a time. Plain values, for jobs keep it.
/// </summary>
/// <param name="At">Milliseconds since 1970-01-01 UTC; used when there is no transaction.</param>
public sealed record PointInTime(long At, Guid? TransactionId = null)
{
    /// <summary>The query parameter of all requests that read.</summary>
    public const string Parameter = "asOf";

    /// <returns>Null when the parameter is absent, or wrong; then the problem has been noted.</returns>
    public static PointInTime? Read(RequestQuery query)
    {
        if (query.Text(Parameter) is not { } text)
            return null;
        if (Ids.TryParse(text, out var transactionId))
            return new(0, transactionId);

        // A plus sign that nobody escaped came as a blank: 2026-05-01T00:00:00+02:00.
        if (text.Length > 16 && text[^6] == ' ')
            text = $"{text[..^6]}+{text[^5..]}";
        if (Dates.TryParse(Encoding.UTF8.GetBytes(text), DateFormat.Iso, out var at))
            return new(at);
        query.Problem(Parameter, Errors.PointInTimeInvalid(Parameter));
        return null;
    }
}
