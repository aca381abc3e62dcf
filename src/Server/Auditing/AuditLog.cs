using System.Net;
using Espalier.Server.Access;
using Espalier.Server.Http;

namespace Espalier.Server.Auditing;

/// <summary>
/// Where features put down who did what, after it was done: it tells who and to what, and never values. Admins of the
/// tenant read it.
/// </summary>
public sealed class AuditLog(IAuditStore store, TimeProvider time)
{
    public const string Api = "api";
    public const string App = "app";
    public const string Command = "command";

    /// <summary>Puts down what a caller did in a tenant.</summary>
    /// <param name="target">An e-mail, a name or an id.</param>
    public Task WriteAsync(Caller caller, string kind, string? target = null, Guid? datasetId = null, IReadOnlyDictionary<string, long>? counts = null) =>
        WriteAsync([caller.TenantId], caller.Email, caller.Address, caller.Channel, kind, target, datasetId, counts);

    /// <summary>Puts down many things that a caller did at once.</summary>
    public Task WriteManyAsync(Caller caller, IEnumerable<(string Kind, string Target)> done)
    {
        var now = time.GetUtcNow();
        return store.AddAsync(
            [.. done.Select(entry => new AuditEntry(caller.TenantId, now, entry.Kind, caller.Email, caller.Channel) { Address = Print(caller.Address), Target = entry.Target })],
            CancellationToken.None);
    }

    /// <summary>Puts down what a person did that belongs to several tenants, such as making a token.</summary>
    /// <param name="tenantIds">Those whose admins shall see it.</param>
    public Task WriteAsync(IEnumerable<string> tenantIds, string person, IPAddress? address, string channel, string kind,
        string? target = null, Guid? datasetId = null, IReadOnlyDictionary<string, long>? counts = null)
    {
        var now = time.GetUtcNow();
        // It has happened: that the caller has gone by now does not matter.
        return store.AddAsync(
            [
                .. tenantIds.Distinct(StringComparer.Ordinal).Select(tenantId => new AuditEntry(tenantId, now, kind, person, channel)
                {
                    Address = Print(address),
                    Target = target,
                    DatasetId = datasetId,
                    Counts = counts,
                }),
            ],
            CancellationToken.None);
    }

    static string? Print(IPAddress? address) => address is { IsIPv4MappedToIPv6: true } ? address.MapToIPv4().ToString() : address?.ToString();

    /// <exception cref="Refused">The caller is no admin.</exception>
    public Task<(long Total, IReadOnlyList<AuditEntry> Entries)> FindAsync(Caller caller, AuditQuery query, CancellationToken ct) =>
        caller.Role == Role.Admin ? store.FindAsync(caller.TenantId, query, ct) : throw new Refused(Errors.AdminRequired);
}
