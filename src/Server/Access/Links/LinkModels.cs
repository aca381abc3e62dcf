namespace Espalier.Server.Access.Links;

/// <summary>A link to hand to somebody. It is shown once.</summary>
/// <param name="Kind"><c>invitation</c> or <c>reset</c>.</param>
/// <param name="Expires">From then on it is worth nothing.</param>
public sealed record LinkResource(string Url, string Kind, string Expires);

/// <summary>How to reset a password.</summary>
/// <param name="RemoveTotp">Whether codes are asked for no more, for somebody who lost the authenticator app.</param>
public sealed record ResetWish(bool? RemoveTotp);

/// <summary>A link's code.</summary>
public sealed record LinkCode(string Code);

/// <summary>What a link is for.</summary>
/// <param name="NeedsTotp">Whether the code of the authenticator app is needed too.</param>
public sealed record LinkFacts(string Kind, string Email, LinkTenant? Tenant, bool NeedsTotp, string Expires);

/// <summary>The tenant in which a link was made.</summary>
public sealed record LinkTenant(string Id, string Name);

/// <summary>A link's code, and the password to be set with it.</summary>
public sealed record LinkUse(string Code, string Password, string? Totp);

/// <summary>Whether the installation waits for its first administrator, and how people sign in.</summary>
/// <param name="Keeps">The tenant that stays when none is asked for.</param>
public sealed record SetupState(bool Needed, string? Keeps, SignInWays SignIn);

/// <summary>How people sign in.</summary>
/// <param name="Oidc">Absent when there is no OpenID provider.</param>
public sealed record SignInWays(bool Password, OidcWay? Oidc);

/// <summary>An OpenID provider, by the name on the button.</summary>
public sealed record OidcWay(string Name);

/// <summary>The first administrator, and a tenant for them.</summary>
public sealed record SetupRequest(string Code, string Email, string Password, SetupTenant? Tenant);

/// <summary>A tenant to be made.</summary>
/// <param name="Name">The id, when it is left out.</param>
public sealed record SetupTenant(string Id, string? Name);
