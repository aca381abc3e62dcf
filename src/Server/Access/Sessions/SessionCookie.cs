using System.Net;
using Espalier.Server.Http;
using Microsoft.Extensions.Options;

namespace Espalier.Server.Access.Sessions;

/// <summary>
/// The cookies of the app. Over https they have the prefix that keeps other hosts from setting them; over http, which is
/// only for the machine itself, browsers would not take such a one.
/// </summary>
public sealed class SessionCookie(IOptions<UrlOptions> urls)
{
    public const string Name = "espalier";

    const string Prefix = "__Host-";

    readonly bool _isPublicSecure = urls.Value.PublicUrl?.StartsWith("https:", StringComparison.OrdinalIgnoreCase) == true;

    public string? Read(HttpRequest request, string name = Name) =>
        NameFor(request, name) is { } full && request.Cookies[full] is { Length: > 0 } value ? value : null;

    /// <summary>Asks before something else is done that a session is to follow.</summary>
    /// <exception cref="Refused">No cookie may be written here.</exception>
    public void Demand(HttpRequest request)
    {
        if (NameFor(request, Name) is null)
            throw new Refused(Errors.SecureConnectionRequired);
    }

    /// <exception cref="Refused">The browser would send the cookie over the network for all to see.</exception>
    public void Write(HttpContext context, string value, TimeSpan life, string name = Name)
    {
        var full = NameFor(context.Request, name) ?? throw new Refused(Errors.SecureConnectionRequired);
        context.Response.Cookies.Append(full, value, Options(full, life));
        context.Response.Headers.CacheControl = "no-store";
    }

    public void Clear(HttpContext context, string name = Name)
    {
        if (NameFor(context.Request, name) is { } full)
            context.Response.Cookies.Delete(full, Options(full, null));
    }

    static CookieOptions Options(string full, TimeSpan? life) => new()
    {
        HttpOnly = true,
        Secure = full.StartsWith(Prefix, StringComparison.Ordinal),
        SameSite = SameSiteMode.Lax,
        Path = "/",
        MaxAge = life,
    };

    /// <summary>Null: the connection is not safe for any cookie.</summary>
    string? NameFor(HttpRequest request, string name)
    {
        if (request.IsHttps)
            return Prefix + name;
        var host = request.Host.Host.Trim('[', ']');
        if (host.Equals("localhost", StringComparison.OrdinalIgnoreCase) || (IPAddress.TryParse(host, out var address) && IPAddress.IsLoopback(address)))
            return name;
        return _isPublicSecure ? Prefix + name : null;
    }
}
