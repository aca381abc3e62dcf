using System.Text.Json.Nodes;
using Espalier.Server.Access.Links;
using Espalier.Server.Access.Passwords;
using Espalier.Server.Access.Sessions;

namespace Espalier.Server.Docs.Operations;

/// <summary>What the document says of coming in with a browser.</summary>
static class SignInTexts
{
    const string Tag = "Sign-in";
    const string Code = "k3Jd8vW0pQx7ZrT1sYb5mNc9uLf2aHg4EeVwRtIoPzM";

    public static readonly OperationText[] All =
    [
        new(Tag, "retrieveSetup", "Whether nobody has a password yet, so that the first administrator can be made with the link that the server printed; and how people sign in.")
        {
            Answer = new(200, "The state.", typeof(SetupState)),
            IsOpen = true,
        },
        new(Tag, "setUp", """
            Makes the first administrator with the code of the link that the server printed, and signs them in. Without a tenant they become admin
            of the one that is kept; with one it is made, and they are admin of both.
            """)
        {
            Body = new(typeof(SetupRequest), $$$"""{"code": "{{{Code}}}", "email": "ana@example.com", "password": "correct horse battery", "tenant": {"id": "ACME", "name": "Acme Ltd"}}"""),
            Answer = new(200, "The session; the cookie comes with it.", typeof(SessionDocument)),
            IsOpen = true,
            Refusals = [400, 403],
        },
        new(Tag, "signIn", """
            Checks the password, and the code of the authenticator app if the person uses one (40192 asks for it), and begins a session with a new
            cookie. Whether there is such an account is not told. Too many failures have to wait (42990, `Retry-After`).
            """)
        {
            Body = new(typeof(SignInRequest), """{"email": "ana@example.com", "password": "correct horse battery"}"""),
            Answer = new(200, "The session; the cookie comes with it.", typeof(SessionDocument)),
            IsOpen = true,
            Refusals = [400, 401, 403, 429],
        },
        new(Tag, "retrieveSession", "Who is signed in, which tenants they may enter, and the token that requests must carry which change something.")
        {
            Answer = new(200, "The session.", typeof(SessionDocument)),
            IsForPerson = true,
        },
        new(Tag, "signOut", "Ends the session, if there is one.")
        {
            Answer = new(204, "Nobody is signed in."),
            IsOpen = true,
            Refusals = [403],
        },
        new(Tag, "listSessions", "The browsers that the person is signed in with, the one used last first.")
        {
            Answer = new(200, "The sessions.", typeof(SessionResource[])),
            IsForPerson = true,
        },
        new(Tag, "endOtherSessions", "Signs the person out everywhere but here.")
        {
            Answer = new(204, "They have ended."),
            IsForPerson = true,
        },
        new(Tag, "endSession", "Signs the person out of one browser.")
        {
            Answer = new(204, "It has ended."),
            IsForPerson = true,
            Refusals = [400, 404],
        },
        new(Tag, "startOidc", "Sends the browser to the OpenID provider; 404 when there is none.")
        {
            Query = [new("return", "The page of the app to go on with: a path; another one counts as none.")],
            Answer = new(302, "To the provider."),
            IsOpen = true,
            Refusals = [404],
        },
        new(Tag, "endOidc", """
            Where the provider sends the browser back to. Who has an account with the verified e-mail address is signed in; others go to the sign-in
            page with an `error`: oidcFailed, oidcUnverified, oidcNoAccount, oidcNotAllowed.
            """)
        {
            Query = [new("code", "What the provider gave."), new("state", "What was sent along.")],
            Answer = new(302, "To the page wished for, or to the sign-in page."),
            IsOpen = true,
            Refusals = [404],
        },
        new(Tag, "lookAtLink", "What a one-time link is for and for whom, for the page that it opens. It is not used up by this.")
        {
            Body = new(typeof(LinkCode), new JsonObject { ["code"] = Code }.ToJsonString()),
            Answer = new(200, "What it is for.", typeof(LinkFacts)),
            IsOpen = true,
            Refusals = [400, 403],
        },
        new(Tag, "acceptInvitation", "Sets the person's password, ends all their sessions, uses the link up, and signs them in.")
        {
            Body = new(typeof(LinkUse), $$"""{"code": "{{Code}}", "password": "correct horse battery"}"""),
            Answer = new(200, "The session; the cookie comes with it.", typeof(SessionDocument)),
            IsOpen = true,
            Refusals = [400, 401, 403, 429],
        },
        new(Tag, "usePasswordReset", "The same as accepting an invitation; each takes both kinds of links.")
        {
            Body = new(typeof(LinkUse), $$"""{"code": "{{Code}}", "password": "correct horse battery"}"""),
            Answer = new(200, "The session; the cookie comes with it.", typeof(SessionDocument)),
            IsOpen = true,
            Refusals = [400, 401, 403, 429],
        },
        new(Tag, "changePassword", "Sets another password. All other sessions end, and this one gets a new cookie and a new `csrf`.")
        {
            Body = new(typeof(PasswordChange), """{"password": "correct horse battery", "newPassword": "staple them together"}"""),
            Answer = new(200, "The session as it is now.", typeof(SessionDocument)),
            IsForPerson = true,
            Refusals = [400, 429],
        },
        new(Tag, "enrolTotp", "A secret for an authenticator app. Codes are asked for once one has been confirmed.")
        {
            Body = new(typeof(PasswordAgain), """{"password": "correct horse battery"}"""),
            Answer = new(200, "The secret, which is shown once.", typeof(TotpEnrolment)),
            IsForPerson = true,
            Refusals = [400, 429],
        },
        new(Tag, "confirmTotp", "Shows that the app makes the right codes; from now on they are asked for at sign-in.")
        {
            Body = new(typeof(TotpCode), """{"totp": "492039"}"""),
            Answer = new(204, "Codes are asked for."),
            IsForPerson = true,
            Refusals = [400, 429],
        },
        new(Tag, "disableTotp", "Asks for no codes any more.")
        {
            Body = new(typeof(PasswordAgain), """{"password": "correct horse battery"}"""),
            Answer = new(204, "No codes are asked for."),
            IsForPerson = true,
            Refusals = [400, 429],
        },
        new(Tag, "retrievePreferences", "What the app keeps for the person: an object of its own, `{}` at first.")
        {
            Answer = new(200, "The preferences.", typeof(JsonObject)),
            IsForPerson = true,
        },
        new(Tag, "savePreferences", "Replaces the preferences by the body, an object of at most 64 kB.")
        {
            Body = new(typeof(JsonObject), """{"theme": "dark", "density": "compact"}"""),
            Answer = new(200, "The preferences as they are now.", typeof(JsonObject)),
            IsForPerson = true,
            Refusals = [400],
        },
    ];
}
