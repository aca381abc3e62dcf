using System.Net;
using System.Net.Sockets;

namespace Espalier.Server.Locations;

/// <summary>Asks the name service. A type of its own, so that tests can answer.</summary>
public class HostResolver
{
    public virtual Task<IPAddress[]> ResolveAsync(string host, CancellationToken ct) => Dns.GetHostAddressesAsync(host, ct);
}

/// <summary>Connects to a location: resolves its host itself, looks at every address, and takes none that it has not seen.</summary>
sealed class LocationConnector(LocationGuard guard, HostResolver resolver)
{
    public SocketsHttpHandler CreateHandler() => new()
    {
        AllowAutoRedirect = false,
        AutomaticDecompression = DecompressionMethods.None,
        ConnectCallback = ConnectAsync,
        ConnectTimeout = TimeSpan.FromSeconds(20),
        PooledConnectionLifetime = TimeSpan.FromMinutes(1),
        UseCookies = false,
        UseProxy = false,
        ActivityHeadersPropagator = null,
    };

    /// <exception cref="ForbiddenAddressException">The host has an address where callers may not send us.</exception>
    public async ValueTask<Stream> ConnectAsync(SocketsHttpConnectionContext context, CancellationToken ct)
    {
        var host = context.DnsEndPoint.Host;
        var addresses = await AddressesAsync(host, ct);
        if (addresses.Length == 0 || !addresses.All(address => guard.MayConnect(host, address)))
            throw new ForbiddenAddressException();

        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        Stream? connection = null;
        try
        {
            await socket.ConnectAsync(addresses, context.DnsEndPoint.Port, ct);
            return connection = new NetworkStream(socket, ownsSocket: true);
        }
        finally
        {
            if (connection is null)
                socket.Dispose();
        }
    }

    async Task<IPAddress[]> AddressesAsync(string host, CancellationToken ct)
    {
        if (IPAddress.TryParse(host.Trim('[', ']'), out var literal))
            return [literal];
        if (LocationGuard.IsLocalhost(host))        // always this machine, whatever a name service says
            return [.. new[] { IPAddress.Loopback, IPAddress.IPv6Loopback }.Where(address => guard.MayConnect(host, address))];
        return await resolver.ResolveAsync(host, ct);
    }
}

/// <summary>A location's host turned out to be where callers may not send us.</summary>
sealed class ForbiddenAddressException() : IOException("The host has an address that is not public.");
