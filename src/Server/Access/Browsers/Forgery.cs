using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Espalier.Server.Http;
using Microsoft.Extensions.Options;

namespace Espalier.Server.Access.Browsers;

/// <summary>
/// Tells requests that the app made from those that another site made a browser send. A browser says where a request comes
/// from; and what changes something has to carry a token that only the app's own pages can read.
/// </summary>
public sealed class Forgery(IOptions<UrlOptions> urls)
{
    public const string Header = "X-Espalier-CSRF";

    readonly string? _publicOrigin =
        urls.Value.PublicUrl is { Length: > 0 } url ? new Uri(url).GetLeftPart(UriPartial.Authority) : null;

    /// <summary>The token that belongs to a session, made from its cookie's value.</summary>
    public static string TokenOf(string secret) =>
        Base64Url.EncodeToString(HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), "csrf"u8));

    public static bool IsSafe(HttpRequest request) =>
        HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method) || HttpMethods.IsOptions(request.Method) || HttpMethods.IsTrace(request.Method);

    /// <summary>Looks at an unsafe request that comes with a session's cookie.</summary>
    /// <param name="token">The token where it is not in the header but in a form.</param>
    /// <exception cref="Refused">It does not show that it comes from here, or lacks the token.</exception>
    public void Check(HttpRequest request, string secret, string? token = null)
    {
        if (!ComesFromHere(request, otherwise: false))
            throw new Refused(Errors.CrossOriginRequest);
        token ??= request.Headers[Header].ToString();
        if (!CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(token), Encoding.UTF8.GetBytes(TokenOf(secret))))
            throw new Refused(Errors.CsrfTokenInvalid);
    }

    /// <summary>Looks at a request that needs no session, such as a sign-in.</summary>
    /// <exception cref="Refused">A browser says that it comes from elsewhere.</exception>
    public void CheckOpen(HttpRequest request)
    {
        if (!ComesFromHere(request, otherwise: true))
            throw new Refused(Errors.CrossOriginRequest);
    }

    /// <param name="otherwise">What holds when nothing is said, as by callers that are no browsers.</param>
    bool ComesFromHere(HttpRequest request, bool otherwise)
    {
        var (site, origin) = (request.Headers["Sec-Fetch-Site"].ToString(), request.Headers.Origin.ToString());
        if (site.Length == 0 && origin.Length == 0)
            return otherwise;
        if (site.Length > 0 && site != "same-origin")
            return false;
        // Behind a proxy that tells nothing of the scheme, a browser's word that it is the same origin makes up for it.
        return origin.Length == 0 || IsOurs(request, origin) || (site.Length > 0 && origin == $"https://{request.Host}");
    }

    bool IsOurs(HttpRequest request, string origin) =>
        origin.Equals($"{request.Scheme}://{request.Host}", StringComparison.OrdinalIgnoreCase)
        || (_publicOrigin is not null && origin.Equals(_publicOrigin, StringComparison.OrdinalIgnoreCase));
}
