namespace Espalier.Server.Http;

/// <summary>
/// Serves an operation under several paths and methods, where nobody outside knows which one the original has. The first
/// of each is ours and is described; <c>docs/paths.md</c> lists them all.
/// </summary>
public static class Aliases
{
    /// <param name="map">Maps the operation at a path, for a method.</param>
    /// <returns>The first of them, which is to get a name and texts; the others are not described.</returns>
    public static RouteHandlerBuilder Map(
        IReadOnlyList<string> methods, IReadOnlyList<string> paths, Func<string, string, RouteHandlerBuilder> map)
    {
        RouteHandlerBuilder? first = null;
        foreach (var path in paths)
            foreach (var method in methods)
            {
                var endpoint = map(path, method);
                if (first is null)
                    first = endpoint;
                else
                    endpoint.ExcludeFromDescription();
            }
        return first!;
    }

    /// <summary>The paths of an operation on links datasets.</summary>
    public static IReadOnlyList<string> OfLinks(string rest = "") => [$"/links{rest}", $"/datasets/links{rest}", $"/linksDatasets{rest}"];
}
