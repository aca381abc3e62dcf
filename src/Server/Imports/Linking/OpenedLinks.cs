using Espalier.Engine.Linking;
using Espalier.Server.Access;
using Espalier.Server.Datasets;
using Espalier.Server.Datasets.Linking;
using Espalier.Server.Http;
using Espalier.Server.Reading;

namespace Espalier.Server.Imports.Linking;

/// <summary>The links dataset of a request that writes links, and how ids are written at its ends.</summary>
/// <param name="Types">Null when it could not be opened.</param>
sealed record OpenedLinks(OpenedDataset Dataset, LinkIdTypes? Types)
{
    public static async Task<OpenedLinks> ReadAsync(
        HttpContext context, Caller caller, DatasetService datasets, LinkService links, Problems problems, CancellationToken ct)
    {
        var opened = await OpenedDataset.ReadAsync(context, "linksDatasetId", caller, datasets, Level.Update, problems, ct);
        if (opened.Definition is not { } definition)
            return new(opened, null);
        return definition.Ends is { } ends
            ? new(opened, await links.TypesAsync(caller.TenantId, ends, ct))
            : new(opened.Without(LinkService.NotFound(caller, opened.DatasetId)), null);
    }
}
