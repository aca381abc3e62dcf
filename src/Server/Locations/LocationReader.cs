using Espalier.Server.Files;
using Espalier.Server.Http;
using Espalier.Server.Http.Requests;

namespace Espalier.Server.Locations;

/// <summary>
/// Reads the locations out of a request's body. What is wrong with them is noted as problems; then the answer is null.
/// The server's own temporary files are known by their token and need not obey the guard.
/// </summary>
public sealed class LocationReader(LocationGuard guard, TemporaryFiles files)
{
    /// <summary><c>importLocation</c>, which must be there: the URL of the payload.</summary>
    public string? Import(JsonField body, string tenantId) =>
        Location(body.Required("importLocation"), "GET", UrlPurpose.ReadFile, tenantId);

    /// <summary>
    /// <c>resultLocation</c>, or its older name <c>exportLocation</c>: the URL that takes the result, null when there is none.
    /// </summary>
    public string? Result(JsonField body, string tenantId) =>
        Location(body.Optional("resultLocation") ?? body.Optional("exportLocation"), "PUT", UrlPurpose.WriteFile, tenantId);

    /// <summary><c>callback</c>: whom to tell at the end, null when there is none.</summary>
    /// <param name="more">The placeholders that this operation has beside the common ones.</param>
    public Callback? Callback(JsonField body, params IEnumerable<string> more)
    {
        if (body.Optional("callback")?.Object() is not { } callback)
            return null;
        var method = callback.Required("method")?.OneOf("GET", "POST", "PUT");
        if (callback.Required("urlTemplate") is not { } field || field.FilledText() is not { } template)
            return null;
        if (CallbackTemplate.Check(template, [.. CallbackTemplate.Common, .. more], guard) is { } error)
            field.Problem(error);
        return method is null ? null : new Callback(method, template);
    }

    string? Location(JsonField? location, string method, UrlPurpose purpose, string tenantId)
    {
        if (location?.Object() is null)
            return null;
        location.Required("method")?.OneOf(method);
        if (location.Required("url") is not { } field || field.FilledText() is not { } url)
            return null;
        if (files.TryReadOwnUrl(url, out var token))
        {
            if (token.Purpose != purpose)
                field.Problem(Errors.LocationUrlInvalid(
                    $"This is the temporary file's other URL; its {(purpose == UrlPurpose.ReadFile ? "get" : "put")} URL belongs here."));
            else if (token.TenantId != tenantId)
                field.Problem(Errors.LocationUrlInvalid("This temporary file belongs to another tenant."));
        }
        else if (guard.Check(url) is { } error)
        {
            field.Problem(error);
        }
        return url;
    }
}
