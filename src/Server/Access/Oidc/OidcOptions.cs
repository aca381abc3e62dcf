using System.ComponentModel.DataAnnotations;

namespace Espalier.Server.Access.Oidc;

/// <summary>The OpenID provider that may say who somebody is.</summary>
public sealed class OidcOptions : IValidatableObject
{
    public const string Section = "Oidc";

    /// <summary>The provider's issuer URL; empty: there is none.</summary>
    public string Issuer { get; init; } = "";

    public string ClientId { get; init; } = "";

    /// <summary>Empty for a public client.</summary>
    public string ClientSecret { get; init; } = "";

    /// <summary>What stands on the button.</summary>
    public string Name { get; init; } = "single sign-on";

    /// <summary>What is asked for; the e-mail has to come of it.</summary>
    public string Scopes { get; init; } = "openid email";

    /// <summary>Whether this provider's e-mails count although it does not say that it verified them.</summary>
    public bool TrustsEmails { get; init; }

    public bool IsOn => Issuer.Length > 0;

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (!IsOn)
            yield break;
        if (!Uri.TryCreate(Issuer, UriKind.Absolute, out var uri) || !(uri.Scheme == "https" || (uri.Scheme == "http" && uri.IsLoopback)))
            yield return new($"Oidc:Issuer must be an https URL, not '{Issuer}'");
        if (ClientId.Length == 0)
            yield return new("Oidc:ClientId must be given with Oidc:Issuer");
        if (!Scopes.Split(' ').Contains("openid", StringComparer.Ordinal))
            yield return new("Oidc:Scopes must have 'openid'");
    }
}
