using Espalier.Engine.Changes;
using Espalier.Engine.Columns;
using Espalier.Engine.Linking;
using Espalier.Engine.Snapshots;
using Espalier.Server.Access;
using Espalier.Server.Http;
using Espalier.Server.Http.Requests;
using Espalier.Server.Rights;

namespace Espalier.Server.Datasets.Linking;

/// <summary>What may be done with links datasets: making and changing them, and how they identify what they link.</summary>
public sealed class LinkService(DatasetService datasets, IDatasetStore store, TimeProvider time)
{
    /// <summary>Makes an empty links dataset between two that the caller may read.</summary>
    /// <param name="problems">What is wrong with the request so far; what is found of the ends is told together with it.</param>
    public async Task<Guid> CreateAsync(Caller caller, LinksPatch patch, Problems problems, CancellationToken ct)
    {
        var from = await EndAsync(caller, patch.From, ct);
        var to = await EndAsync(caller, patch.To, ct);
        if (patch is { From: { } first, To: { } second } && first.Id == second.Id)
            second.Field.Problem(Errors.DatasetConfigurationInvalid("A links dataset joins two datasets; this is the same one again."));
        else if (from is not null && to is not null && from.Type == to.Type)
            patch.To!.Value.Field.Problem(Errors.DatasetConfigurationInvalid($"A links dataset joins datasets of different types; both are of the type {to.Type}."));
        var ends = new LinkEnds(patch.From?.Id ?? Guid.Empty, patch.To?.Id ?? Guid.Empty);
        var definition = patch.ApplyTo(LinkProperties.Definition("", ends));
        await CheckAsync(caller, patch, definition, ct);
        problems.ThrowIfAny();
        return await datasets.CreateAsync(caller, definition, ct);
    }

    /// <summary>Changes a links dataset's definition. A change that changes nothing leaves no trace.</summary>
    /// <param name="problems">What is wrong with the request so far; what the patch finds is told together with it.</param>
    public async Task UpdateAsync(Caller caller, Guid linksDatasetId, LinksPatch patch, Problems problems, CancellationToken ct)
    {
        var access = await OpenAsync(caller, linksDatasetId, problems, ct);
        var restriction = access.Rights.Restriction;
        await CheckAsync(caller, patch, patch.ApplyTo(access.Definition), ct);
        problems.ThrowIfAny();
        await access.Live.ApplyAsync(
            snapshot =>
            {
                var after = patch.ApplyTo(restriction.Of(snapshot.Definition));
                problems.ThrowIfAny();
                var definition = restriction.Widen(snapshot.Definition, after)
                    ?? throw new Refused(Errors.DatasetConfigurationInvalid("A property's key cannot be used.") with { JsonBody = "$.additionalProperties" });
                var stamp = TransactionStamp.New(time.GetUtcNow().ToUnixTimeMilliseconds(), caller.Email, caller.Channel);
                return new ChangeSet(stamp) { Definition = snapshot.Definition.Equals(definition) ? null : definition };
            },
            ct);
    }

    /// <summary>How ids at a links dataset's ends are written: as the identifying properties of the linked datasets are.</summary>
    public async Task<LinkIdTypes> TypesAsync(string tenantId, LinkEnds ends, CancellationToken ct) =>
        new(await TypeAsync(tenantId, ends.From, ct), await TypeAsync(tenantId, ends.To, ct));

    /// <summary>What is told when a dataset that is no links dataset is asked for as one.</summary>
    public static Refused NotFound(Caller caller, Guid linksDatasetId) =>
        new(Errors.DatasetNotFound(caller.TenantId, linksDatasetId) with { ResourcePath = $"{caller.TenantId}/links/{Ids.Print(linksDatasetId)}" });

    /// <summary>What is told when the caller does not see by what links, or the items at an end of them, are known.</summary>
    public static Refused Denied(Caller caller, Guid datasetId) =>
        new(Errors.DatasetAccessDenied($"{caller.TenantId}/datasets/{Ids.Print(datasetId)}"));

    async Task CheckAsync(Caller caller, LinksPatch patch, DatasetDefinition definition, CancellationToken ct)
    {
        var named = definition.Properties.Select(p => p.Lookup is { Mode: LookupMode.Dataset, DatasetId: { } id } ? id : (Guid?)null).OfType<Guid>();
        patch.CheckCalculations(definition, await datasets.LookupsAsync(caller, named.Concat(patch.LookupDatasets), ct));
    }

    async Task<DatasetAccess> OpenAsync(Caller caller, Guid linksDatasetId, Problems problems, CancellationToken ct)
    {
        try
        {
            var access = await datasets.AccessAsync(caller, linksDatasetId, Level.Modify, ct);
            return access.Definition.Ends is null ? throw NotFound(caller, linksDatasetId) : access;
        }
        catch (Refused) when (problems.Any)
        {
            problems.ThrowIfAny();
            throw;
        }
    }

    /// <summary>The dataset at an end; null when it cannot be one, which is noted.</summary>
    async Task<DatasetDefinition?> EndAsync(Caller caller, (JsonField Field, Guid Id)? end, CancellationToken ct)
    {
        if (end is not { } given)
            return null;
        try
        {
            var definition = (await datasets.DescribeAsync(caller, given.Id, Level.Read, ct)).Definition;
            if (definition.Ends is null)
                return definition;
            given.Field.Problem(Errors.DatasetConfigurationInvalid("A links dataset cannot be linked itself."));
        }
        catch (Refused)
        {
            given.Field.Problem(Errors.DatasetConfigurationInvalid("There is no dataset with this id that you may read."));
        }
        return null;
    }

    async Task<PropertyType> TypeAsync(string tenantId, Guid datasetId, CancellationToken ct) =>
        await store.FindAsync(tenantId, datasetId, ct) is { Definition: var definition } ? definition.Find(definition.AutoId)!.Type : PropertyType.Text;
}
