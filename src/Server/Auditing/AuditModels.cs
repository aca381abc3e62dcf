using Espalier.Server.Http;

namespace Espalier.Server.Auditing;

/// <summary>A part of the audit, the newest first.</summary>
/// <param name="Total">How many entries there are that the query asks for.</param>
public sealed record AuditPage(long Total, long Offset, IReadOnlyList<AuditResource> Items);

/// <summary>Something that somebody did.</summary>
/// <param name="Person">The e-mail of who did it; of commands, the name of the operating system's user.</param>
/// <param name="Channel"><c>api</c>, <c>app</c>, <c>command</c> or <c>server</c>.</param>
/// <param name="Target">To what it was done: an e-mail, a name or an id.</param>
/// <param name="Counts">How much of what it was about.</param>
public sealed record AuditResource(
    string At, string Kind, string Person, string? Address, string Channel, string? Target, string? DatasetId,
    IReadOnlyDictionary<string, long>? Counts)
{
    public static AuditResource Of(AuditEntry entry) => new(
        Timestamps.Print(entry.At.ToUnixTimeMilliseconds()), entry.Kind, entry.Person, entry.Address, entry.Channel, entry.Target,
        entry.DatasetId is { } id ? Ids.Print(id) : null, entry.Counts);
}
