using System.Collections.Frozen;
using System.Text.Json;
using Espalier.Engine.Rights;
using Espalier.Engine.Snapshots;
using Espalier.Server.Access;
using Espalier.Server.Datasets;
using Espalier.Server.Http;

namespace Espalier.Server.Rights.Explaining;

/// <summary>Tells those who may manage a dataset's rights what they come to for one person, and why.</summary>
public sealed class AccessExplained(DatasetService datasets, Accounts accounts)
{
    /// <exception cref="Refused">There is no such dataset or user, or the caller may not manage the rights.</exception>
    public async Task<Explanation> OfAsync(Caller caller, Guid datasetId, string email, CancellationToken ct)
    {
        var (_, rights, _) = await datasets.ManageAsync(caller, datasetId, Level.Modify, ct);
        if (!Account.IsEmail(email) || await accounts.FindAsync(caller.TenantId, email, ct) is not { } account)
            throw new Refused(Errors.UserNotFound(caller.TenantId, email));
        var person = new Caller(caller.TenantId, account.Email, account.Role, account.Groups, null);
        var snapshot = (await datasets.OpenAsync(caller, datasetId, Level.Modify, ct)).Current;
        return await Task.Run(() => Explain(person, rights, EffectiveRights.Of(person, rights), snapshot, ct), ct);
    }

    static Explanation Explain(Caller person, DatasetRights rights, EffectiveRights own, Snapshot snapshot, CancellationToken ct)
    {
        var groups = person.AllGroups();
        var isFull = person.Role == Role.Admin || Account.KeyOf(person.Email) == Account.KeyOf(rights.Owner);
        var grants = rights.Rules.Grants.Where(grant => groups.Contains(grant.Group)).ToList();
        var kind = person.Role == Role.Admin ? "admin" : isFull ? "owner" : grants.Count > 0 ? "grant" : "none";
        var narrowed = own.Level is null || isFull ? [] : rights.Rules.Properties.Where(rule => snapshot.Definition.Find(rule.Key) is not null).ToList();
        return new(person.Email, own.Level, kind, person.IsReadOnly(), grants, [.. groups.Order(StringComparer.Ordinal)])
        {
            Hidden = [.. narrowed.Where(rule => rule.Of(groups) == PropertyRight.Hidden).Select(rule => Why(rule, groups))],
            Fixed = [.. narrowed.Where(rule => rule.Of(groups) == PropertyRight.Read).Select(rule => Why(rule, groups))],
            Items = snapshot.ItemCount,
            Visible = own.Level is null ? 0 : Count(snapshot, own.Restriction.RightsOn(snapshot, ct)),
            Rules = own.Level is null || isFull ? [] :
            [
                .. rights.Rules.Rows.Where(rule => rule.Names(groups)).Select(rule => new ExplainedRule(
                    [.. rule.Groups.Where(groups.Contains)], rule.Filter, rule.Level,
                    Count(snapshot, (Restriction.None with { Rules = [rule.Rule] }).RightsOn(snapshot, ct)))),
            ],
        };
    }

    /// <summary>The group that decides is the one with the highest right.</summary>
    static ExplainedProperty Why(PropertyRule rule, FrozenSet<string> groups) => new(
        rule.Key, rule.Groups.Where(entry => groups.Contains(entry.Key) && entry.Value == rule.Of(groups)).Select(entry => entry.Key).Order(StringComparer.Ordinal).FirstOrDefault());

    static int Count(Snapshot snapshot, RowRights rights)
    {
        if (rights.IsSame)
            return rights.Most > ItemRight.Ghost ? snapshot.ItemCount : 0;
        var count = 0;
        foreach (var row in snapshot.Order)
            if (rights[row] > ItemRight.Ghost)
                count++;
        return count;
    }
}

/// <summary>What a person may do with a dataset, and why.</summary>
/// <param name="Kind"><c>admin</c>, <c>owner</c>, <c>grant</c> or <c>none</c>.</param>
/// <param name="IsReadOnly">Whether the person may change nothing anywhere.</param>
/// <param name="Grants">Those of the person's groups.</param>
public sealed record Explanation(
    string User, Level? Level, string Kind, bool IsReadOnly, IReadOnlyList<Grant> Grants, IReadOnlyList<string> Groups)
{
    public IReadOnlyList<ExplainedProperty> Hidden { get; init; } = [];
    public IReadOnlyList<ExplainedProperty> Fixed { get; init; } = [];
    public int Items { get; init; }
    public int Visible { get; init; }
    public IReadOnlyList<ExplainedRule> Rules { get; init; } = [];
}

/// <summary>A property that is narrowed.</summary>
/// <param name="Group">The group whose right decides; null: the default does.</param>
public sealed record ExplainedProperty(string Key, string? Group);

/// <summary>A rule on rows that holds for the person.</summary>
/// <param name="Groups">The person's groups among the rule's.</param>
/// <param name="Rows">How many items pass it.</param>
public sealed record ExplainedRule(IReadOnlyList<string> Groups, JsonElement Filter, RowLevel Level, int Rows);
