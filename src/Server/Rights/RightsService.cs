using Espalier.Server.Access;
using Espalier.Server.Auditing;
using Espalier.Server.Datasets;
using Espalier.Server.Events;
using Espalier.Server.Http;
using Espalier.Server.Http.Requests;

namespace Espalier.Server.Rights;

/// <summary>
/// Shows and changes who may do what with a dataset. Only those may from whom nothing of it is hidden: others could find out,
/// or give themselves, what is not theirs.
/// </summary>
public sealed class RightsService(DatasetService datasets, IRightsStore store, Accounts accounts, AuditLog audit, EventHub events)
{
    public async Task<DatasetRights> FindAsync(Caller caller, Guid datasetId, CancellationToken ct) =>
        (await datasets.ManageAsync(caller, datasetId, Level.Modify, ct)).Rights;

    /// <summary>Replaces the rights by the body's; without an owner it stays.</summary>
    public async Task<DatasetRights> SaveAsync(Caller caller, Guid datasetId, JsonField? body, Problems problems, CancellationToken ct)
    {
        problems.ThrowIfAny();
        var (_, current, own) = await datasets.ManageAsync(caller, datasetId, Level.Modify, ct);
        var snapshot = (await datasets.OpenAsync(caller, datasetId, Level.Modify, ct)).Current;
        if (body!.Object() is null)
            problems.ThrowIfAny();

        body.RefuseOthers("owner", "grants", "properties", "rows");
        var rules = new RightsReader(snapshot, KeysOf(current.Rules)).Read(body);
        var owner = await ReadOwnerAsync(caller, body.Optional("owner"), current.Owner, ct);
        problems.ThrowIfAny();
        CheckPower(caller, current, own, owner, rules);

        var next = new DatasetRights(current.Version + 1, owner, rules);
        if (!await store.SaveAsync(caller.TenantId, datasetId, next, caller.Email, ct))
            throw new Refused(Errors.ChangedMeanwhile);
        events.Publish(new MetaChanged(caller.TenantId, MetaChanged.Rights, datasetId));
        var newOwner = Account.KeyOf(owner) == Account.KeyOf(current.Owner) ? null : owner;
        await audit.WriteAsync(caller, AuditKinds.RightsChange, newOwner, datasetId, new Dictionary<string, long>
        {
            ["grants"] = rules.Grants.Count,
            ["properties"] = rules.Properties.Count,
            ["rows"] = rules.Rows.Count,
        });
        return next;
    }

    /// <summary>Gives a group a right on a dataset that has just been made.</summary>
    public Task GrantAsync(Caller owner, Guid datasetId, Grant grant, CancellationToken ct) =>
        store.SaveAsync(owner.TenantId, datasetId, new(1, owner.Email, RightsRules.None with { Grants = [grant] }), owner.Email, ct);

    /// <summary>Gives a dataset that has just been made the rules of another one.</summary>
    public Task TakeOverAsync(Caller owner, Guid datasetId, RightsRules rules, CancellationToken ct) =>
        store.SaveAsync(owner.TenantId, datasetId, new(1, owner.Email, rules), owner.Email, ct);

    async Task<string> ReadOwnerAsync(Caller caller, JsonField? field, string current, CancellationToken ct)
    {
        if (field?.FilledText() is not { } owner || Account.KeyOf(owner) == Account.KeyOf(current))
            return current;
        if (!Account.IsEmail(owner) || !await accounts.AnyAsync(caller.TenantId, owner, ct))
            field.Problem(Errors.PropertyValueInvalid("is not the e-mail of a user of this tenant"));
        return owner;
    }

    /// <summary>Nobody gives more than they have: owners are made by owners and admins, higher levels by those who have them.</summary>
    static void CheckPower(Caller caller, DatasetRights current, EffectiveRights own, string owner, RightsRules rules)
    {
        var mayAll = caller.Role == Role.Admin || Account.KeyOf(current.Owner) == Account.KeyOf(caller.Email);
        if (mayAll)
            return;
        if (Account.KeyOf(owner) != Account.KeyOf(current.Owner))
            throw new Refused(Errors.RightsTooHigh with { JsonBody = "$.owner" });
        var before = Higher(current.Rules);
        if (!before.SetEquals(Higher(rules)))
            throw new Refused(Errors.RightsTooHigh with { JsonBody = "$.grants" });

        HashSet<Grant> Higher(RightsRules of) => [.. of.Grants.Where(grant => grant.Level > own.Level)];
    }

    static HashSet<string> KeysOf(RightsRules rules) =>
    [
        .. rules.Properties.Select(rule => rule.Key),
        .. rules.Rows.SelectMany(row => row.Rule.Filter.Conditions).Select(condition => condition.Key),
    ];
}
