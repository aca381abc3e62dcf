namespace Espalier.Server.Access.Sessions;

/// <summary>Who is signed in, where they may go, and what their pages need to know of the server.</summary>
/// <param name="Csrf">What every request that changes something must carry in the header <c>X-Espalier-CSRF</c>.</param>
/// <param name="ClientIp">The address that the person comes from, as the server sees it.</param>
/// <param name="Locale">A language tag: from the preferences, or from what the browser asks for.</param>
public sealed record SessionDocument(
    SignedInUser User, IReadOnlyList<OpenTenant> Tenants, string Csrf, string ClientIp, string Locale, CurrentSession Session, ServerFacts Server);

/// <summary>The person who is signed in.</summary>
public sealed record SignedInUser(string Email, bool IsInstallationAdmin, bool HasPassword, bool HasTotp);

/// <summary>A tenant that the person may enter now.</summary>
/// <param name="Features"><c>change</c>, <c>createDatasets</c>, <c>tokens</c> (TokenAccess) and <c>api</c> (the tenant has an API plan).</param>
public sealed record OpenTenant(string Id, string Name, string Role, IReadOnlyList<string> Groups, IReadOnlyList<string> Features);

/// <summary>The session that asks.</summary>
public sealed record CurrentSession(string Id, string CreatedAt, string IdleEndsAt, string EndsAt);

/// <summary>What pages need to know of the server.</summary>
public sealed record ServerFacts(string Version, string BaseUrl, ServerLimits Limits);

/// <summary>How much the server takes.</summary>
public sealed record ServerLimits(int PasswordMinLength, int PreferencesBytes, long SyncImportBytes, long FileBytes);

/// <summary>A browser that the person is signed in with.</summary>
/// <param name="Current">Whether it is the one that asks.</param>
/// <param name="Device">What the browser says it is.</param>
/// <param name="Method"><c>password</c> or <c>oidc</c>.</param>
public sealed record SessionResource(
    string Id, bool Current, string CreatedAt, string LastSeenAt, string EndsAt, string Address, string Device, string Method);

/// <summary>Who wants to sign in.</summary>
/// <param name="Totp">The code of the authenticator app, when the person uses one.</param>
public sealed record SignInRequest(string Email, string Password, string? Totp);
