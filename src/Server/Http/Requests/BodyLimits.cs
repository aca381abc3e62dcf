using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Http.Metadata;

namespace Espalier.Server.Http.Requests;

/// <summary>
/// How large request bodies may be. The same limit holds for the bytes on the wire and for what they unpack to.
/// </summary>
public static class BodyLimits
{
    /// <summary>What holds where an endpoint does not say otherwise.</summary>
    public const long Usual = 8 * 1024 * 1024;

    /// <summary>From those who are not signed in and bring a name, a password and a code.</summary>
    public const long OfStrangers = 64 * 1024;

    /// <summary>Sets the endpoint's own limit; null lifts it.</summary>
    public static TBuilder WithBodyLimit<TBuilder>(this TBuilder endpoint, long? bytes) where TBuilder : IEndpointConventionBuilder =>
        endpoint.WithMetadata(new Limit(bytes));

    /// <summary>The limit of this request, null when there is none.</summary>
    public static long? Of(HttpContext context) =>
        context.Features.Get<IHttpMaxRequestBodySizeFeature>()?.MaxRequestBodySize;

    sealed record Limit(long? MaxRequestBodySize) : IRequestSizeLimitMetadata;
}
