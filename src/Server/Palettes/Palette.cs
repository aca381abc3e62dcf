namespace Espalier.Server.Palettes;

/// <summary>Colours that a tenant shows its data in.</summary>
/// <param name="Kind">One of <see cref="Palette.Kinds"/>.</param>
/// <param name="Version">Grows with each change, from 1; 0 of those that are built in.</param>
public sealed record Palette(Guid PaletteId, long Version, string Name, string Kind, IReadOnlyList<string> Colours)
{
    public const string Categories = "categories";
    public const string Sequential = "sequential";
    public const string Diverging = "diverging";

    public const int MostColours = 24;

    public static readonly IReadOnlyList<string> Kinds = [Categories, Sequential, Diverging];

    /// <summary>The colour of all that has none of its own.</summary>
    public string? Others { get; init; }

    public long CreatedAt { get; init; }
    public string CreatedBy { get; init; } = "";
    public long ModifiedAt { get; init; }
    public string ModifiedBy { get; init; } = "";

    public bool IsBuiltIn => Version == 0;

    /// <summary>By this names are unique.</summary>
    public static string KeyOf(string name) => name.Trim().ToLowerInvariant();
}

/// <summary>Keeps palettes.</summary>
public interface IPaletteStore
{
    Task<IReadOnlyList<Palette>> ListAsync(string tenantId, CancellationToken ct);

    /// <summary>Adds the palette, version 1, or replaces the version before.</summary>
    /// <returns>False when somebody else was first, or has the name; then nothing is changed.</returns>
    Task<bool> SaveAsync(string tenantId, Palette palette, CancellationToken ct);

    /// <returns>False when there is no such palette.</returns>
    Task<bool> DeleteAsync(string tenantId, Guid paletteId, CancellationToken ct);
}
