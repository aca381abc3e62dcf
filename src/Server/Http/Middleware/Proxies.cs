using System.Net;
using Espalier.Server.Access;
using Microsoft.Extensions.Options;

namespace Espalier.Server.Http.Middleware;

/// <summary>The proxies whose word about the client is taken.</summary>
public sealed class ProxyOptions
{
    public const string Section = "Proxies";

    /// <summary>Addresses and ranges, e.g. <c>10.0.0.0/8</c>. Nobody is trusted by default.</summary>
    public IReadOnlyList<string> Known { get; init; } = [];
}

/// <summary>
/// Finds the real client behind known proxies: from the right of <c>X-Forwarded-For</c>, the first hop that is not one
/// of them. What a stranger writes into these headers is ignored.
/// </summary>
public sealed class Proxies(RequestDelegate next, IOptions<ProxyOptions> options)
{
    readonly Subnets _known = Subnets.Parse(string.Join(',', options.Value.Known));

    public Task InvokeAsync(HttpContext context)
    {
        if (context.Connection.RemoteIpAddress is { IsIPv4MappedToIPv6: true } mapped)
            context.Connection.RemoteIpAddress = mapped.MapToIPv4();
        if (!_known.IsAny && _known.Contains(context.Connection.RemoteIpAddress))
            Follow(context);
        return next(context);
    }

    void Follow(HttpContext context)
    {
        var client = context.Connection.RemoteIpAddress;
        var hops = 0;
        foreach (var entry in Entries(context, "X-Forwarded-For").Reverse())
        {
            if (!_known.Contains(client) || Address(entry) is not { } before)
                break;
            client = before;
            hops++;
        }
        context.Connection.RemoteIpAddress = client;

        if (Nth(Entries(context, "X-Forwarded-Proto"), hops)?.ToLowerInvariant() is "http" or "https")
            context.Request.Scheme = Nth(Entries(context, "X-Forwarded-Proto"), hops)!.ToLowerInvariant();
        if (Nth(Entries(context, "X-Forwarded-Host"), hops) is { } host && Uri.TryCreate($"http://{host}/", UriKind.Absolute, out var uri) && uri.AbsolutePath == "/" && uri.UserInfo.Length == 0)
            context.Request.Host = new HostString(host);
    }

    static string[] Entries(HttpContext context, string header) =>
        context.Request.Headers[header].ToString().Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

    /// <summary>What the last trusted hop said; proxies that do not append leave one entry, which is for all.</summary>
    static string? Nth(string[] entries, int hops) =>
        entries.Length == 0 ? null : entries[^Math.Clamp(hops, 1, entries.Length)];

    /// <summary>An address, which some proxies write with the port.</summary>
    static IPAddress? Address(string entry)
    {
        if (!IPEndPoint.TryParse(entry, out var end))
            return null;
        return end.Address.IsIPv4MappedToIPv6 ? end.Address.MapToIPv4() : end.Address;
    }
}
