using System.Diagnostics.CodeAnalysis;
using System.Net;
using Espalier.Server.Http;
using Microsoft.Extensions.Options;

namespace Espalier.Server.Locations;

/// <summary>
/// The rules for URLs that callers give us. The text is looked at before the job is accepted; the addresses that its
/// host has are looked at when the connection is made, each time, and only an address that was looked at is connected to.
/// </summary>
public sealed class LocationGuard
{
    const int MaxLength = 8192;

    readonly IPNetwork[] _networks;
    readonly HashSet<string> _hosts;

    public LocationGuard(IOptions<LocationOptions> options)
    {
        _networks = [.. options.Value.Allow.Where(IsAddress).Select(Network)];
        _hosts = new(options.Value.Allow.Where(entry => !IsAddress(entry)).Select(Plain), StringComparer.OrdinalIgnoreCase);
    }

    /// <summary>What is wrong with the URL, or null.</summary>
    public ApiError? Check(string url) => TryRead(url, out _, out var why) ? null : Errors.LocationUrlInvalid(why);

    /// <summary>The URL, if a request may go there as far as its text tells.</summary>
    internal bool TryRead(string url, [NotNullWhen(true)] out Uri? uri, out string why)
    {
        uri = null;
        why = Refuse(url, out var read);
        if (why.Length == 0)
            uri = read;
        return uri is not null;
    }

    /// <summary>Whether a connection for this host may be made to this address.</summary>
    internal bool MayConnect(string host, IPAddress address) =>
        !AddressRules.IsForbidden(address) || _hosts.Contains(Plain(host)) || IsListed(address);

    internal static bool IsHostName(string host) =>
        host.Length is > 0 and <= 253
        && host.Split('.').All(label =>
            label.Length is > 0 and <= 63 && label.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_'));

    internal static bool IsLocalhost(string host) =>
        Plain(host) is var plain
        && (plain.Equals("localhost", StringComparison.OrdinalIgnoreCase) || plain.EndsWith(".localhost", StringComparison.OrdinalIgnoreCase));

    string Refuse(string url, out Uri? uri)
    {
        uri = null;
        if (url.Length > MaxLength)
            return $"The URL is longer than {MaxLength} characters.";
        if (url.Any(c => c is <= ' ' or >= (char)127 or '\\'))
            return "The URL must be ASCII without spaces and backslashes: percent-encode what is not, and give a host in its xn-- form.";
        var scheme = url.StartsWith("https://", StringComparison.OrdinalIgnoreCase) ? "https"
            : url.StartsWith("http://", StringComparison.OrdinalIgnoreCase) ? "http" : null;
        if (scheme is null || !Uri.TryCreate(url, UriKind.Absolute, out uri))
            return "The URL must be absolute and begin with https://.";

        // Uri forgets a port that is the scheme's own, and puts hosts that are written in an odd way right: look at the text.
        var authority = url[(scheme.Length + 3)..];
        var end = authority.AsSpan().IndexOfAny('/', '?', '#');
        authority = end < 0 ? authority : authority[..end];
        if (authority.Contains('@'))
            return "The URL must not have a user or password before the host.";
        var portAt = authority.LastIndexOf(':') is var colon && colon > authority.LastIndexOf(']') ? colon : -1;
        var host = portAt < 0 ? authority : authority[..portAt];

        var listed = false;
        if (ReadAddress(host) is { } address)
        {
            listed = IsListed(address);
            if (!listed && AddressRules.IsForbidden(address))
                return "The URL's host is not a public address.";
        }
        else if (!IsHostName(Plain(host)) || EndsInNumber(Plain(host)))
        {
            return "The URL's host must be a host name, or an address in its usual form.";
        }
        else
        {
            listed = _hosts.Contains(Plain(host))
                || (IsLocalhost(host) && (IsListed(IPAddress.Loopback) || IsListed(IPAddress.IPv6Loopback)));
            if (!listed && IsLocalhost(host))
                return "The URL's host is this server itself.";
        }
        if (scheme != "https" && !listed)
            return "The URL must begin with https://.";
        if (portAt >= 0 && !listed)
            return "The URL must not have a port.";
        return string.Empty;
    }

    bool IsListed(IPAddress address) => !address.IsIPv4MappedToIPv6 && Array.Exists(_networks, network => network.Contains(address));

    // Only 127.0.0.1 and [::1]; not 127.1, 0x7f.1, 0177.0.0.1, 2130706433: nobody writes these who means well.
    static IPAddress? ReadAddress(string host)
    {
        if (host.Length > 2 && host[0] == '[' && host[^1] == ']')
            return !host.Contains('%') && IPAddress.TryParse(host[1..^1], out var v6) ? v6 : null;
        return IPAddress.TryParse(host, out var v4) && v4.ToString() == host ? v4 : null;
    }

    static bool EndsInNumber(string host) =>
        host[(host.LastIndexOf('.') + 1)..] is var last
        && (last.All(char.IsAsciiDigit)
            || (last.StartsWith("0x", StringComparison.OrdinalIgnoreCase) && last[2..].All(char.IsAsciiHexDigit)));

    static string Plain(string host) => host.EndsWith('.') ? host[..^1] : host;

    static bool IsAddress(string entry) => IPNetwork.TryParse(entry, out _) || IPAddress.TryParse(entry, out _);

    static IPNetwork Network(string entry) =>
        IPNetwork.TryParse(entry, out var network) ? network
        : IPAddress.Parse(entry) is var address ? new IPNetwork(address, address.GetAddressBytes().Length * 8) : default;
}
