using System.Text.RegularExpressions;
using Espalier.Server.Http;

namespace Espalier.Server.Locations;

/// <summary>Whom to tell when a job has ended.</summary>
public sealed record Callback(string Method, string UrlTemplate);

/// <summary>Callback URLs with <c>{{placeholders}}</c>.</summary>
public static partial class CallbackTemplate
{
    /// <summary>The placeholders that every operation has.</summary>
    public static readonly IReadOnlyList<string> Common = ["jobStatus", "traceId", "tenantId"];

    /// <summary>What is wrong with the template, or null.</summary>
    /// <param name="allowed">The placeholders that the operation has.</param>
    public static ApiError? Check(string template, IEnumerable<string> allowed, LocationGuard guard)
    {
        var known = allowed.ToHashSet(StringComparer.Ordinal);
        foreach (Match match in Placeholder().Matches(template))
            if (!known.Contains(match.Groups[1].Value))
            {
                var names = string.Join(", ", known.Select(name => $"{{{{{name}}}}}"));
                return Errors.LocationUrlInvalid($"The placeholder {match.Value} is not known here; there are {names}.");
            }
        var url = Expand(template, known.ToDictionary(name => name, _ => "x"));
        return url.Contains("{{", StringComparison.Ordinal) || url.Contains("}}", StringComparison.Ordinal)
            ? Errors.LocationUrlInvalid("The URL has a {{ without its }}.")
            : guard.Check(url);
    }

    /// <summary>The URL with each value percent-encoded in its place; one that is not there leaves nothing.</summary>
    public static string Expand(string template, IReadOnlyDictionary<string, string> values) =>
        Placeholder().Replace(template, match => Uri.EscapeDataString(values.GetValueOrDefault(match.Groups[1].Value, string.Empty)));

    [GeneratedRegex(@"\{\{(.*?)\}\}", RegexOptions.CultureInvariant)]
    private static partial Regex Placeholder();
}
