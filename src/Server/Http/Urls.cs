using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Options;

namespace Espalier.Server.Http;

/// <summary>How the world reaches this server.</summary>
public sealed class UrlOptions : IValidatableObject
{
    /// <summary>The base of every absolute URL in answers; without it, the scheme, host and port that was asked.</summary>
    public string? PublicUrl { get; init; }

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (!string.IsNullOrEmpty(PublicUrl)
            && !(Uri.TryCreate(PublicUrl, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https" && uri.Query.Length == 0))
            yield return new($"PublicUrl must be an absolute http or https URL, not '{PublicUrl}'");
    }
}

/// <summary>Makes the absolute URLs that answers hold.</summary>
public sealed class Urls(IOptions<UrlOptions> options)
{
    readonly string? _public = options.Value.PublicUrl is { Length: > 0 } url ? url.TrimEnd('/') : null;

    /// <summary>Scheme, host and port, without a slash at the end.</summary>
    public string Base(HttpRequest request) => _public ?? $"{request.Scheme}://{request.Host}";

    /// <summary>The absolute URL of a path that begins with a slash.</summary>
    public string Absolute(HttpRequest request, string path) => Base(request) + path;
}
