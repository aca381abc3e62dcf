using System.Text.Json;
using Espalier.Server.Locations;
using Espalier.Server.Reading;

namespace Espalier.Server.Exports;

/// <summary>The body of an asynchronous export, as the API's document shows it. All of it is optional.</summary>
public sealed record ExportRequest(
    ExportDataset? Dataset, ExportLocation? ResultLocation, ExportLocation? ExportLocation, Callback? Callback,
    IReadOnlyList<string>? ExecuteOnDemand, ExportQuery? Query);

/// <summary>Which links datasets are used in calculations.</summary>
/// <param name="Drafts">Drafts that are laid over the dataset, in this order; <c>_change</c> tells what they did.</param>
public sealed record ExportDataset(IReadOnlyList<ExportLink>? LinkingRelationships, IReadOnlyList<ExportDraft>? Drafts);

/// <summary>A links dataset.</summary>
public sealed record ExportLink(string DatasetId);

/// <summary>A layer of a draft; <c>default</c> is the only one there is.</summary>
public sealed record ExportDraft(string DraftId, string? LayerKey);

/// <summary>Where the result is put.</summary>
public sealed record ExportLocation(string Method, string Url);

/// <summary>What is wanted of the calculated dataset.</summary>
public sealed record ExportQuery(ExportOutput? Output);

/// <summary>Rows and columns of the result.</summary>
/// <param name="Filter">Conditions by property key, all of which must hold; they see calculated values.</param>
/// <param name="Projection">Numbers by property key: 0 leaves out, others sort.</param>
/// <param name="ProjectionMode"><c>add</c>, the default, keeps what is not named; <c>replace</c> does not.</param>
public sealed record ExportOutput(Dictionary<string, JsonElement>? Filter, Dictionary<string, double>? Projection, string? ProjectionMode);

/// <summary>What an export job needs to run.</summary>
/// <param name="Output">The <c>query.output</c> of the body, checked once and read again when the job runs.</param>
sealed record ExportJob(Guid DatasetId, ExportFormat Format, bool Gzip, JsonElement? Output)
{
    /// <summary>What is read, and how it is calculated, as it was fixed when the job was accepted.</summary>
    public ViewWish Wish { get; init; } = ViewWish.OfJob;
}
