using Espalier.Server.Access;
using Espalier.Server.Auditing;
using Espalier.Server.Http;
using Espalier.Server.Http.Requests;
using Espalier.Server.Rights;

namespace Espalier.Server.Packs;

/// <summary>Makes, shows and changes packs. Who may not see one does not learn that it is there.</summary>
public sealed class PackService(IPackStore store, PackAccess access, Accounts accounts, AuditLog audit, TimeProvider time)
{
    /// <summary>Of one person.</summary>
    public const int Most = 1000;

    /// <summary>Those that the caller may read, by name, without their documents.</summary>
    public async Task<IReadOnlyList<SeenPack>> ListAsync(Caller caller, CancellationToken ct)
    {
        var known = new Dictionary<PackSource, bool>();
        var seen = new List<SeenPack>();
        foreach (var pack in await store.ListAsync(caller.TenantId, ct))
            if (await access.SeeAsync(caller, pack, known, ct) is { } one)
                seen.Add(one);
        return [.. seen.OrderBy(one => one.Pack.Name, StringComparer.Ordinal).ThenBy(one => one.Pack.PackId)];
    }

    /// <exception cref="Refused">There is none with this id that the caller may know of.</exception>
    public async Task<SeenPack> FindAsync(Caller caller, Guid packId, CancellationToken ct) =>
        await store.FindAsync(caller.TenantId, packId, ct) is { } pack && await access.SeeAsync(caller, pack, [], ct) is { } seen
            ? seen
            : throw NotFound(caller, packId);

    /// <summary>Makes a pack, which belongs to the caller.</summary>
    public async Task<SeenPack> CreateAsync(Caller caller, JsonField? body, Problems problems, CancellationToken ct)
    {
        var asked = PackPatch.ReadNew(body);
        await CheckSourceAsync(caller, asked, ct);
        problems.ThrowIfAny();
        if (caller.IsReadOnly())
            throw Denied(caller, null);
        var now = time.GetUtcNow().ToUnixTimeMilliseconds();
        var pack = asked.ApplyTo(new(Guid.NewGuid(), 1)
        {
            Name = "",
            Owner = caller.Email,
            CreatedAt = now,
            CreatedBy = caller.Email,
            ModifiedAt = now,
            ModifiedBy = caller.Email,
        });
        if (!await store.AddAsync(caller.TenantId, pack, Most, ct))
            throw new Refused(Errors.TooManyPacks(Most));
        await NoteAsync(caller, AuditKinds.PackCreate, pack);
        return new(pack, Level.Manage, IsSourceMissing: false);
    }

    /// <summary>Changes what the body names. Source, grants and owner are for the owner and admins.</summary>
    public async Task<SeenPack> UpdateAsync(Caller caller, Guid packId, JsonField? body, Problems problems, CancellationToken ct)
    {
        var asked = PackPatch.ReadChange(body);
        await CheckSourceAsync(caller, asked, ct);
        var seen = await store.FindAsync(caller.TenantId, packId, ct) is { } found ? await access.SeeAsync(caller, found, [], ct) : null;
        var owner = await ReadOwnerAsync(caller, asked.Owner, seen?.Pack.Owner, ct);
        problems.ThrowIfAny();
        if (seen is null)
            throw NotFound(caller, packId);
        if (seen.Level < Level.Modify)
            throw Denied(caller, packId);
        var pack = seen.Pack;
        var next = asked.ApplyTo(pack) with
        {
            Version = pack.Version + 1,
            Owner = owner ?? pack.Owner,
            ModifiedAt = time.GetUtcNow().ToUnixTimeMilliseconds(),
            ModifiedBy = caller.Email,
        };
        if (!seen.IsMaster)
            CheckPower(pack, next);
        if ((asked.Version is { } version && version != pack.Version) || !await store.UpdateAsync(caller.TenantId, next, ct))
            throw new Refused(Errors.ChangedMeanwhile);
        await NoteAsync(caller, AuditKinds.PackChange, next);
        // Who gives a pack away, or takes its data away from it, may have no part in it any more.
        return await access.SeeAsync(caller, next, [], ct) ?? seen with { Pack = next };
    }

    public async Task DeleteAsync(Caller caller, Guid packId, CancellationToken ct)
    {
        var seen = await FindAsync(caller, packId, ct);
        if (!seen.IsMaster)
            throw Denied(caller, packId);
        if (!await store.DeleteAsync(caller.TenantId, packId, ct))
            throw NotFound(caller, packId);
        await NoteAsync(caller, AuditKinds.PackDelete, seen.Pack);
    }

    Task NoteAsync(Caller caller, string kind, Pack pack) =>
        audit.WriteAsync(caller, kind, Ids.Print(pack.PackId), pack.Source.DatasetId, new Dictionary<string, long> { ["grants"] = pack.Grants.Count });

    async Task CheckSourceAsync(Caller caller, PackPatch asked, CancellationToken ct)
    {
        if (asked.SourceField is { } field && await access.UnreadableAsync(caller, asked.Source, ct) is { } member)
            field.Member(member)!.Problem(Errors.SourceNotFound);
    }

    async Task<string?> ReadOwnerAsync(Caller caller, JsonField? field, string? current, CancellationToken ct)
    {
        if (field?.FilledText() is not { } owner || (current is not null && Account.KeyOf(owner) == Account.KeyOf(current)))
            return current;
        if (!Account.IsEmail(owner) || !await accounts.AnyAsync(caller.TenantId, owner, ct))
            field.Problem(Errors.PropertyValueInvalid("is not the e-mail of a user of this tenant"));
        return owner;
    }

    static void CheckPower(Pack before, Pack after)
    {
        var problems = new Problems();
        if (Account.KeyOf(before.Owner) != Account.KeyOf(after.Owner))
            problems.Add(Errors.RightsTooHigh with { JsonBody = "$.owner" });
        if (!before.Grants.SequenceEqual(after.Grants))
            problems.Add(Errors.RightsTooHigh with { JsonBody = "$.grants" });
        if (before.Source != after.Source)
            problems.Add(Errors.RightsTooHigh with { JsonBody = "$.source" });
        problems.ThrowIfAny();
    }

    static Refused NotFound(Caller caller, Guid packId) => new(Errors.PackNotFound(caller.TenantId, packId));

    static Refused Denied(Caller caller, Guid? packId) => new(Errors.PackAccessDenied(caller.TenantId, packId));
}
