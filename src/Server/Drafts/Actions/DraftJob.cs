using Espalier.Engine.Changes.Actions;
using Espalier.Engine.Changes;
using Espalier.Engine.Drafts;
using Espalier.Server.Http;
using System.Text.Json;

namespace Espalier.Server.Drafts.Actions;

/// <summary>What a job on layers needs to run. The layers are read when it runs.</summary>
/// <param name="Gzip">Whether the result is packed.</param>
sealed record DraftJob(IReadOnlyList<DraftLayer> Layers, FoldScheme Scheme, bool Gzip)
{
    /// <summary>Where the actions are performed; null when they are only written down.</summary>
    public Guid? DatasetId { get; init; }

    /// <summary>How they are performed.</summary>
    public ImportSettings? Settings { get; init; }

    public static DraftJob Read(string json) => JsonSerializer.Deserialize<DraftJob>(json, Json.Options)!;

    public string Write() => JsonSerializer.Serialize(this, Json.Options);
}
