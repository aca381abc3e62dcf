namespace Espalier.Server.Http;

/// <summary>The pages of the web app, as the server knows them. Everything else that is asked for is a file or does not exist.</summary>
public static class AppRoutes
{
    public const string Home = "/";
    public const string Setup = "/setup";
    public const string SignIn = "/sign-in";
    public const string Invite = "/invite";
    public const string Tokens = "/tokens";
    public const string Tenants = "/tenants/tenants";

    /// <summary>Pages that have others below them.</summary>
    public static readonly IReadOnlyList<string> Trees = ["/app/workspace", "/app/configui"];

    public static readonly IReadOnlyList<string> Pages = [Home, Setup, SignIn, Invite, Tokens, Tenants];

    /// <summary>Where one lands who leaves off the end of an address.</summary>
    public static string? Beginning(PathString path) => path.Value?.TrimEnd('/').ToLowerInvariant() switch
    {
        "/app" => Trees[0],
        "/tenants" => Tenants,
        _ => null,
    };

    public static bool Has(PathString path) =>
        Pages.Any(page => path.Equals(page) || path.Equals(page + "/")) || Trees.Any(tree => path.StartsWithSegments(tree));

    /// <summary>
    /// Where to go on after signing in: a page of the app, or the first one. What a stranger wrote into a link leads nowhere else.
    /// </summary>
    public static string Return(string? wished)
    {
        if (wished is not ['/', ..] || wished.StartsWith("//", StringComparison.Ordinal) || wished.Length > 2000
            || wished.Any(c => c is '\\' or > '~' or <= ' '))
            return Home;
        var path = wished.Split('?', '#')[0];
        return path.Split('/').Any(part => part is "." or "..") || path.Contains('%', StringComparison.Ordinal) || !Has(path) ? Home : wished;
    }
}
