using Espalier.Server.Http;

namespace Espalier.Server.Drafts;

/// <summary>A named set of changes on a dataset, which the dataset does not know of until they are applied.</summary>
/// <param name="Revision">Grows with every change of what is in the draft.</param>
public sealed record Draft(string TenantId, Guid DraftId, Guid DatasetId, long Revision)
{
    public required string Name { get; init; }
    public string? Description { get; init; }
    public IReadOnlyList<string> Tags { get; init; } = [];

    /// <summary>The e-mail of whom it belongs to.</summary>
    public required string CreatedBy { get; init; }

    /// <summary>Unix milliseconds.</summary>
    public required long CreatedAt { get; init; }
    public required long ModifiedAt { get; init; }

    /// <summary>How many items are changed in it.</summary>
    public long ChangedItems { get; init; }

    public string ResourcePath => $"{TenantId}/drafts/{Ids.Print(DraftId)}";
}

/// <summary>Part of a draft; there is one in each, called <c>default</c>.</summary>
public sealed record DraftLayer(Guid DraftId, string LayerKey = DraftLayer.Default)
{
    public const string Default = "default";
}
