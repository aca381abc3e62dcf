using System.Net;
using Espalier.Server.Http;
using Microsoft.Extensions.Options;

namespace Espalier.Server.Access.Browsers;

/// <summary>
/// The cookies of the app. Over https they have the prefix that keeps other hosts from setting them; over http, which is
/// only for the machine itself, browsers would not take such a one.
/// </summary>
public sealed class SessionCookie(IOptions<UrlOptions> urls)
{
    public const string Name = "espalier";

    const string Prefix = "__Host-";

    readonly string? _secureOrigin =
        urls.Value.PublicUrl is { } url && url.StartsWith("https:", StringComparison.OrdinalIgnoreCase) ? new Uri(url).GetLeftPart(UriPartial.Authority) : null;

    public string? Read(HttpRequest request, string name = Name)
    {
        var value = request.IsHttps || _secureOrigin is not null ? request.Cookies[Prefix + name] : null;
        if (string.IsNullOrEmpty(value) && !request.IsHttps && IsLocal(request))
            value = request.Cookies[name];
        return string.IsNullOrEmpty(value) ? null : value;
    }

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
        foreach (var full in new[] { NameFor(context.Request, name), Prefix + name }.OfType<string>().Distinct(StringComparer.Ordinal))
            if (context.Request.Cookies.ContainsKey(full))
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
    string? NameFor(HttpRequest request, string name) =>
        IsSecure(request) ? Prefix + name : IsLocal(request) ? name : _secureOrigin is not null ? Prefix + name : null;

    /// <summary>A proxy that tells neither scheme nor host shows by its pages' origin that browsers come to it safely.</summary>
    bool IsSecure(HttpRequest request) =>
        request.IsHttps || (_secureOrigin is not null && _secureOrigin.Equals(request.Headers.Origin.ToString(), StringComparison.OrdinalIgnoreCase));

    static bool IsLocal(HttpRequest request)
    {
        var host = request.Host.Host.Trim('[', ']');
        return host.Equals("localhost", StringComparison.OrdinalIgnoreCase) || (IPAddress.TryParse(host, out var address) && IPAddress.IsLoopback(address));
    }
}
