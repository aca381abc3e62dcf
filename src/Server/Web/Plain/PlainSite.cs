using Espalier.Server.Access.Browsers;
using Espalier.Server.Access.Links;
using Espalier.Server.Access.Oidc;
using Espalier.Server.Access.Passwords;
using Espalier.Server.Access.Sessions;
using Espalier.Server.Http;
using Microsoft.Extensions.Options;

namespace Espalier.Server.Web.Plain;

/// <summary>What stands at the app's routes when it has not been built: how to build it, and the few forms without which nobody gets a token.</summary>
public sealed class PlainSite(
    SetupService setup, KeptTenant kept, PasswordService passwords, SessionCheck sessions, People people, IOptions<OidcOptions> oidc)
{
    public const string Root = "/plain";

    const string Missing = """
        <p>The web app has not been built: there was no Node.js when the server was built. The API works without it.</p>
        <p>To get the app, install Node.js 20 or later with npm, build the server again (<code>dotnet run --project src/Server</code> does), and start it.
        A server that was built elsewhere takes the app's files from the folder <code>wwwroot</code> beside its executable, or from the one that the setting
        <code>Web:Root</code> names.</p>
        <p>What there is without it: the <a href="/app/docs">API documentation</a>, and plain forms for <a href="/tokens">tokens</a>,
        <a href="/setup">the first administrator</a> and <a href="/invite">invitations</a>.</p>
        """;

    public Task ShowAsync(HttpContext context) => context.Request.Path.Value!.TrimEnd('/').ToLowerInvariant() switch
    {
        AppRoutes.Setup => ShowSetupAsync(context),
        AppRoutes.Invite => ShowInviteAsync(context),
        AppRoutes.Tokens or AppRoutes.SignIn => ShowTokensAsync(context),
        _ => PlainPage.WriteAsync(context, "The web app is missing", Missing),
    };

    public async Task ShowSetupAsync(HttpContext context, Refused? refused = null)
    {
        if (!await setup.IsNeededAsync(context.RequestAborted))
        {
            await WriteAsync(context, "Set up", """<p>This is done. Go on to the <a href="/tokens">tokens</a>.</p>""", refused);
            return;
        }
        var tenant = await kept.FindAsync(context.RequestAborted);
        await WriteAsync(context, "Set up", PlainPage.Form($"{Root}/setup", "Make the first administrator",
            PlainPage.Field("code", "Code", hint: "what follows <code>#code=</code> in the link that the server printed"),
            PlainPage.Field("email", "E-mail", "email", complete: "username"),
            PlainPage.Field("password", "Password", "password", hint: $"at least {PasswordRules.LeastLength} characters", complete: "new-password"),
            PlainPage.Field("tenant", "Tenant", hint: tenant is null
                ? "a new tenant's id: capital letters, digits, underscores"
                : $"leave it empty for {PlainPage.Encode(tenant)}, or give a new tenant's id: capital letters, digits, underscores", isOptional: tenant is not null)), refused);
    }

    public Task ShowInviteAsync(HttpContext context, Refused? refused = null) =>
        WriteAsync(context, "Set your password", PlainPage.Form($"{Root}/invite", "Set the password",
            PlainPage.Field("code", "Code", hint: "what follows <code>#code=</code> in the link that you were given"),
            PlainPage.Field("password", "New password", "password", hint: $"at least {PasswordRules.LeastLength} characters", complete: "new-password"),
            PlainPage.Field("totp", "Code of the authenticator app", hint: "if you use one", isOptional: true, complete: "one-time-code")), refused);

    /// <summary>The form for a token, or, for a stranger, the one to sign in.</summary>
    public async Task ShowTokensAsync(HttpContext context, Refused? refused = null)
    {
        if (await SignedInAsync(context) is var (person, secret))
            await WriteAsync(context, "API tokens", Tokens(person, secret), refused);
        else
            await WriteAsync(context, "Sign in", SignIn(), refused);
    }

    /// <summary>A new token, this once.</summary>
    public static Task ShowTokenAsync(HttpContext context, string token, string url, IEnumerable<string> tenants) =>
        PlainPage.WriteAsync(context, "Your new token", $"""
            <p>You will not see it again: copy it now.</p>
            <pre>{PlainPage.Encode(token)}</pre>
            <h2>Try it</h2>
            <pre>{string.Join("\n", tenants.Select(tenant => PlainPage.Encode($"curl -sSf -H 'Authorization: Bearer {token}' '{url}/api/v1/{tenant}/datasets'")))}</pre>
            <p><a href="/tokens">Back</a></p>
            """);

    /// <summary>Who is signed in here and may go somewhere; null for a stranger.</summary>
    public async Task<(Person Person, string Secret)?> SignedInAsync(HttpContext context)
    {
        try
        {
            if (await sessions.FindAsync(context.Request, context.RequestAborted) is not var (session, secret))
                return null;
            var person = await people.FindAsync(session.Email, context.Connection.RemoteIpAddress, context.RequestAborted);
            return person is null ? null : (person, secret);
        }
        catch (Refused)
        {
            return null;
        }
    }

    string SignIn()
    {
        var ways = "";
        if (passwords.IsOn)
            ways += PlainPage.Form($"{Root}/sign-in", "Sign in",
                PlainPage.Field("email", "E-mail", "email", complete: "username"),
                PlainPage.Field("password", "Password", "password", complete: "current-password"),
                PlainPage.Field("totp", "Code of the authenticator app", hint: "if you use one", isOptional: true, complete: "one-time-code"));
        if (oidc.Value.IsOn)
            ways += $"""<p><a href="/api/espalier/v1/session/oidc/start?return=/tokens">Sign in with {PlainPage.Encode(oidc.Value.Name)}</a></p>""";
        return ways + """<p>No password yet? An admin of your tenant makes a link with which you set one; the first one of all is made at <a href="/setup">set up</a>.</p>""";
    }

    static string Tokens(Person person, string secret)
    {
        var csrf = PlainPage.Hidden("csrf", Forgery.TokenOf(secret));
        var signOut = PlainPage.Form($"{Root}/sign-out", "Sign out", csrf);
        var where = person.Accounts.Where(account => account.TokenAccess).Select(account => account.TenantId).ToList();
        if (where.Count == 0)
            return $"<p>You are signed in as {PlainPage.Encode(person.Email)}, but may not use tokens: TokenAccess is off. An admin of your tenant can switch it on.</p>\n" + signOut;
        return $"<p>You are signed in as {PlainPage.Encode(person.Email)}. Your address: {PlainPage.Encode($"{person.Address}")}. "
            + $"A token opens the API of {PlainPage.Encode(string.Join(", ", where))} in your name.</p>\n"
            + PlainPage.Form($"{Root}/tokens", "Create token", csrf,
                PlainPage.Field("name", "Name", hint: "what it is for"),
                PlainPage.Field("end", "Last day", "date", isOptional: true, hint: "90 days from now if it is empty"),
                PlainPage.Field("subnets", "Addresses", hint: "such as 10.20.0.0/16, with commas between; empty: from everywhere", isOptional: true))
            + signOut;
    }

    static Task WriteAsync(HttpContext context, string title, string body, Refused? refused) =>
        PlainPage.WriteAsync(context, title, body, refused?.Errors[0].Status ?? 200, refused?.Errors.Select(error => error.Message));
}
