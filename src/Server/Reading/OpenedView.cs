using Espalier.Server.Access;
using Espalier.Server.Http;
using Espalier.Server.Http.Requests;

namespace Espalier.Server.Reading;

/// <summary>
/// The view of a request whose other parts are still to be read: their keys can be checked against it, and that it cannot
/// be opened is told only when nothing else is wrong.
/// </summary>
public sealed class OpenedView
{
    readonly Refused? _refusal;

    OpenedView(Guid datasetId, DatasetView? view, Refused? refusal)
    {
        DatasetId = datasetId;
        View = view;
        _refusal = refusal;
    }

    public Guid DatasetId { get; }

    /// <summary>Null when the dataset could not be opened.</summary>
    public DatasetView? View { get; }

    public static async Task<OpenedView> ReadAsync(
        HttpContext context, Caller caller, DatasetViews views, ViewWish wish, Problems problems, CancellationToken ct)
    {
        var datasetId = PathIds.Uuid(context, "datasetId", problems);
        if (problems.Any)
            return new(datasetId, null, null);
        try
        {
            return new(datasetId, await views.OpenAsync(caller, datasetId, wish, ct), null);
        }
        catch (Refused refusal) when (refusal.Errors.All(error => error.QueryParameter is not null))
        {
            // It is the request's fault, and is told with its other faults.
            foreach (var error in refusal.Errors)
                problems.Add(error);
            return new(datasetId, null, null);
        }
        catch (Refused refusal)
        {
            return new(datasetId, null, refusal);
        }
    }

    /// <exception cref="Refused">There are problems, or the dataset could not be opened.</exception>
    public DatasetView Demand(Problems problems)
    {
        problems.ThrowIfAny();
        return View ?? throw _refusal!;
    }
}
