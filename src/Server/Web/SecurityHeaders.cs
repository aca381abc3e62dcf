using System.Buffers.Text;
using System.Security.Cryptography;

namespace Espalier.Server.Web;

/// <summary>
/// Tells browsers what our pages may do: load from here and nowhere else, stand in no other site's frame, run no script
/// and no style but those that are ours. What is no page is at least not guessed to be one.
/// </summary>
public sealed class SecurityHeaders(RequestDelegate next)
{
    static readonly string Permissions = string.Join(", ", new[]
    {
        "accelerometer", "autoplay", "camera", "display-capture", "encrypted-media", "fullscreen", "geolocation", "gyroscope", "hid", "idle-detection",
        "magnetometer", "microphone", "midi", "payment", "picture-in-picture", "publickey-credentials-get", "screen-wake-lock", "serial", "usb",
        "xr-spatial-tracking",
    }.Select(feature => feature + "=()").Concat(["clipboard-read=(self)", "clipboard-write=(self)"]));

    public Task InvokeAsync(HttpContext context)
    {
        context.Response.OnStarting(Tell, context);
        return next(context);
    }

    static Task Tell(object state)
    {
        var context = (HttpContext)state;
        var headers = context.Response.Headers;
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "same-origin";
        if (!IsPage(context.Response.ContentType))
            return Task.CompletedTask;

        headers.XFrameOptions = "DENY";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers["Permissions-Policy"] = Permissions;
        // The page of the API's description has a policy of its own.
        if (headers.ContentSecurityPolicy.Count == 0)
            headers.ContentSecurityPolicy = Policy(context.PageNonce());
        return Task.CompletedTask;
    }

    /// <summary>Pictures of this kind may hold scripts, and can be opened like pages.</summary>
    static bool IsPage(string? type) =>
        type is not null && (type.StartsWith("text/html", StringComparison.OrdinalIgnoreCase) || type.StartsWith("image/svg+xml", StringComparison.OrdinalIgnoreCase));

    static string Policy(string nonce) =>
        $"default-src 'none'; script-src 'self'; style-src 'self' 'nonce-{nonce}'; img-src 'self' data: blob:; font-src 'self'; connect-src 'self'; "
        + "worker-src 'self'; manifest-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";
}

/// <summary>A word that styles of this one answer carry, so that no other style is taken.</summary>
public static class PageNonces
{
    public static string PageNonce(this HttpContext context)
    {
        if (context.Items[typeof(PageNonces)] is not string nonce)
            context.Items[typeof(PageNonces)] = nonce = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(18));
        return nonce;
    }
}
