namespace Espalier.Server.Http.Requests;

/// <summary>Reads ids from the path.</summary>
public static class PathIds
{
    /// <returns>The id, or an empty one when it is none; then the problem has been noted.</returns>
    public static Guid Uuid(HttpContext context, string name, Problems problems)
    {
        if (!Ids.TryParse(context.GetRouteValue(name) as string, out var id))
            problems.Add(Errors.PathParameterMustBeUuidString(name));
        return id;
    }
}
