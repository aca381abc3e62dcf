using Espalier.Server.Access;

namespace Espalier.Server.Datasets.Linking;

/// <summary>A links dataset and the two that it joins.</summary>
public sealed record Relationship(DatasetListing Links, DatasetListing From, DatasetListing To);

/// <summary>Which datasets are joined by which links datasets, as far as a caller may know.</summary>
public sealed class Relationships(IDatasetStore store, DatasetService datasets)
{
    /// <summary>All in which the dataset is an end or the links; by name. Those of which the caller may not read all three are left out.</summary>
    public async Task<IReadOnlyList<Relationship>> OfAsync(Caller caller, Guid datasetId, CancellationToken ct)
    {
        var links = (await store.ListLinksAsync(caller.TenantId, ct))
            .Where(l => l.DatasetId == datasetId || l.Ends.From == datasetId || l.Ends.To == datasetId).ToList();
        if (links.Count == 0)
            return [];
        var readable = await datasets.ListAsync(caller, ct);
        var byId = readable.ToDictionary(d => d.DatasetId);
        var order = readable.Select((d, at) => (d.DatasetId, at)).ToDictionary(d => d.DatasetId, d => d.at);
        return
        [
            .. from link in links
               where byId.ContainsKey(link.DatasetId) && byId.ContainsKey(link.Ends.From) && byId.ContainsKey(link.Ends.To)
               orderby order[link.DatasetId]
               select new Relationship(byId[link.DatasetId], byId[link.Ends.From], byId[link.Ends.To]),
        ];
    }
}
