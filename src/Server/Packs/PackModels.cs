using System.Text.Json;
using Espalier.Server.Http;

namespace Espalier.Server.Packs;

/// <summary>A pack (board) in a list.</summary>
/// <param name="Level">What the caller may do with it: <c>read</c>, <c>modify</c> or <c>manage</c>.</param>
/// <param name="Grants">Who may see it; only for its owner and admins.</param>
/// <param name="SourceMissing">Its data are gone; only admins see it then.</param>
public sealed record PackEntry(
    string PackId, string Name, string Owner, string Level, int Version, IReadOnlyList<string> Tags, PackData? Source,
    IReadOnlyList<PackGrant>? Grants, bool? SourceMissing)
{
    public required string CreatedAt { get; init; }
    public required string CreatedBy { get; init; }
    public required string ModifiedAt { get; init; }
    public required string ModifiedBy { get; init; }

    public static PackEntry Of(SeenPack seen)
    {
        var pack = seen.Pack;
        return new(Ids.Print(pack.PackId), pack.Name, pack.Owner, Print(seen.Level), (int)pack.Version, pack.Tags, PackData.Of(pack.Source),
            seen.IsMaster ? [.. pack.Grants.Select(grant => new PackGrant(grant.Group, Print(grant.Level)))] : null,
            seen.IsSourceMissing ? true : null)
        {
            CreatedAt = Timestamps.Print(pack.CreatedAt),
            CreatedBy = pack.CreatedBy,
            ModifiedAt = Timestamps.Print(pack.ModifiedAt),
            ModifiedBy = pack.ModifiedBy,
        };
    }

    internal static string Print(Access.Level level) => level.ToString().ToLowerInvariant();
}

/// <summary>A pack with its document.</summary>
/// <param name="Document">What the app keeps in it: slides, filters, expressions.</param>
public sealed record PackResource(
    string PackId, string Name, string Owner, string Level, int Version, IReadOnlyList<string> Tags, PackData? Source,
    IReadOnlyList<PackGrant>? Grants, bool? SourceMissing, Dictionary<string, JsonElement> Document)
{
    public required string CreatedAt { get; init; }
    public required string CreatedBy { get; init; }
    public required string ModifiedAt { get; init; }
    public required string ModifiedBy { get; init; }

    public static PackResource Of(SeenPack seen)
    {
        var entry = PackEntry.Of(seen);
        return new(entry.PackId, entry.Name, entry.Owner, entry.Level, entry.Version, entry.Tags, entry.Source, entry.Grants, entry.SourceMissing,
            JsonSerializer.Deserialize<Dictionary<string, JsonElement>>(seen.Pack.Document!)!)
        {
            CreatedAt = entry.CreatedAt,
            CreatedBy = entry.CreatedBy,
            ModifiedAt = entry.ModifiedAt,
            ModifiedBy = entry.ModifiedBy,
        };
    }
}

/// <summary>The data that a pack was made with: one of dataset, view and draft, and the links dataset used with it.</summary>
public sealed record PackData(string? DatasetId, string? ViewId, string? DraftId, string? LinksId)
{
    public static PackData? Of(PackSource source) => source.IsNone
        ? null
        : new(Print(source.DatasetId), Print(source.ViewId), Print(source.DraftId), Print(source.LinksId));

    static string? Print(Guid? id) => id is { } known ? Ids.Print(known) : null;
}

/// <summary>What a group may do with a pack: <c>read</c> or <c>modify</c>.</summary>
public sealed record PackGrant(string Group, string Level);

/// <summary>A new pack.</summary>
/// <param name="Document">A JSON object of at most 1,048,576 bytes.</param>
/// <param name="Grants">Without any it is private.</param>
public sealed record NewPack(
    string Name, IReadOnlyList<string>? Tags, PackData? Source, IReadOnlyList<PackGrant>? Grants, Dictionary<string, JsonElement> Document);

/// <summary>What shall change of a pack; the rest stays. Null takes tags, source or grants away.</summary>
/// <param name="Version">If it is given, the change is refused when the pack has another one.</param>
public sealed record ChangedPack(
    string? Name, IReadOnlyList<string>? Tags, PackData? Source, IReadOnlyList<PackGrant>? Grants, string? Owner, int? Version,
    Dictionary<string, JsonElement>? Document);
