using System.Reflection;
using System.Text.Json;
using Espalier.Server.Access.Browsers;
using Espalier.Server.Access.Passwords;
using Espalier.Server.Files;
using Espalier.Server.Http;
using Espalier.Server.Tenants;
using Microsoft.Extensions.Options;

namespace Espalier.Server.Access.Sessions;

/// <summary>Tells the app who is signed in.</summary>
public sealed class SessionDocuments(
    People people, ICredentialStore credentials, IPreferenceStore preferences, Urls urls, IOptions<TemporaryFileOptions> files)
{
    /// <summary>As the API's document tells it.</summary>
    const long SyncImportBytes = 6 * 1024 * 1024;

    const string Guest = "guest";

    static readonly string Version = Assembly.GetExecutingAssembly().GetName().Version!.ToString(3);

    public async Task<SessionDocument> WriteAsync(HttpContext context, Session session, string secret, CancellationToken ct)
    {
        var address = context.Connection.RemoteIpAddress;
        var open = await people.EntranceAsync(session.Email, address, null, ct);
        var known = await credentials.FindAsync(session.Email, ct);
        var email = open.Count > 0 ? open[0].Account.Email : session.Email;
        return new(
            new(email, known?.IsInstallationAdmin == true, known?.PasswordHash is not null, known?.TotpSecret is not null),
            [.. open.OrderBy(place => place.Tenant.Id, StringComparer.Ordinal).Select(place => Print(place.Account, place.Tenant))],
            Forgery.TokenOf(secret),
            $"{address}",
            await LocaleAsync(context.Request, session.Email, ct),
            new(Ids.Print(session.Id), Print(session.CreatedAt), Print(session.IdleEndsAt), Print(session.EndsAt)),
            new(Version, urls.Base(context.Request),
                new(PasswordRules.LeastLength, Preferences.PreferenceEndpoints.MostBytes, SyncImportBytes, files.Value.MaxBytes)));
    }

    public static string Print(DateTimeOffset at) => Timestamps.Print(at.ToUnixTimeMilliseconds());

    static OpenTenant Print(Account account, Tenant tenant)
    {
        var mayChange = !account.Groups.Contains(Caller.ReadOnly, StringComparer.Ordinal);
        var features = new List<string>();
        if (mayChange)
            features.Add("change");
        if (mayChange && !account.Groups.Contains(Guest, StringComparer.Ordinal))
            features.Add("createDatasets");
        if (account.TokenAccess)
            features.Add("tokens");
        if (tenant.ApiPlan)
            features.Add("api");
        return new(tenant.Id, tenant.Name, account.Role == Role.Admin ? "admin" : "user", account.Groups, features);
    }

    async Task<string> LocaleAsync(HttpRequest request, string email, CancellationToken ct)
    {
        if (await preferences.FindAsync(email, ct) is { } json)
        {
            using var liked = JsonDocument.Parse(json);
            if (liked.RootElement.TryGetProperty("locale", out var locale) && locale.ValueKind == JsonValueKind.String && IsTag(locale.GetString()!))
                return locale.GetString()!;
        }
        var wished = request.Headers.AcceptLanguage.ToString().Split(',', ';')[0].Trim();
        return IsTag(wished) ? wished : "en";
    }

    static bool IsTag(string text) =>
        text.Length is >= 2 and <= 35 && char.IsAsciiLetter(text[0]) && text.All(c => char.IsAsciiLetterOrDigit(c) || c == '-');
}
