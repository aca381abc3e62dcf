using System.Net;
using System.Net.Sockets;

namespace Espalier.Server.Locations;

/// <summary>
/// Which addresses a caller may not send the server to: everything that is not the public internet, and what carries
/// such an address inside another. IPv6 is refused but for its one public range, so that nothing is forgotten.
/// </summary>
static class AddressRules
{
    static readonly IPNetwork[] ForbiddenV4 = [.. new[]
    {
        "0.0.0.0/8",            // this host
        "10.0.0.0/8",           // private
        "100.64.0.0/10",        // carrier-grade NAT
        "127.0.0.0/8",          // loopback
        "168.63.129.16/32",     // a cloud's own services
        "169.254.0.0/16",       // link-local, metadata
        "172.16.0.0/12",        // private
        "192.0.0.0/24",         // protocol assignments
        "192.0.2.0/24",         // documentation
        "192.88.99.0/24",       // 6to4 relays
        "192.168.0.0/16",       // private
        "198.18.0.0/15",        // benchmarking
        "198.51.100.0/24",      // documentation
        "203.0.113.0/24",       // documentation
        "224.0.0.0/4",          // multicast
        "240.0.0.0/4",          // reserved, broadcast
    }.Select(IPNetwork.Parse)];

    static readonly IPNetwork PublicV6 = IPNetwork.Parse("2000::/3");

    static readonly IPNetwork[] ForbiddenV6 = [.. new[]
    {
        "2001::/23",            // Teredo, ORCHID, benchmarking
        "2001:db8::/32",        // documentation
        "2002::/16",            // 6to4
        "3fff::/20",            // documentation
    }.Select(IPNetwork.Parse)];

    public static bool IsForbidden(IPAddress address) => address.AddressFamily switch
    {
        // IPNetwork takes these for IPv4 and finds them in IPv6 ranges they are not in; nobody means well with them anyway.
        _ when address.IsIPv4MappedToIPv6 => true,
        AddressFamily.InterNetwork => ForbiddenV4.Any(range => range.Contains(address)),
        AddressFamily.InterNetworkV6 =>
            address.ScopeId != 0 || !PublicV6.Contains(address) || ForbiddenV6.Any(range => range.Contains(address)),
        _ => true,
    };
}
