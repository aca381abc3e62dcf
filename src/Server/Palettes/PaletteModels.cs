using Espalier.Server.Http;

namespace Espalier.Server.Palettes;

/// <summary>A palette of colours.</summary>
/// <param name="Kind"><c>categories</c>, <c>sequential</c> or <c>diverging</c>.</param>
/// <param name="Colours">In their order, as <c>#RRGGBB</c>.</param>
/// <param name="Others">The colour of all that has none of its own.</param>
/// <param name="BuiltIn">Every tenant has it, and nobody changes it.</param>
public sealed record PaletteResource(string PaletteId, string Name, string Kind, IReadOnlyList<string> Colours, string? Others, bool BuiltIn)
{
    public string? CreatedAt { get; init; }
    public string? CreatedBy { get; init; }
    public string? ModifiedAt { get; init; }
    public string? ModifiedBy { get; init; }

    public static PaletteResource Of(Palette palette) =>
        new(Ids.Print(palette.PaletteId), palette.Name, palette.Kind, palette.Colours, palette.Others, palette.IsBuiltIn)
        {
            CreatedAt = palette.IsBuiltIn ? null : Timestamps.Print(palette.CreatedAt),
            CreatedBy = palette.IsBuiltIn ? null : palette.CreatedBy,
            ModifiedAt = palette.IsBuiltIn ? null : Timestamps.Print(palette.ModifiedAt),
            ModifiedBy = palette.IsBuiltIn ? null : palette.ModifiedBy,
        };
}

/// <summary>A new palette.</summary>
/// <param name="Name">No other one's, in any letter case.</param>
/// <param name="Kind"><c>categories</c>, unless it is given.</param>
/// <param name="Colours">1 to 24 of them, as <c>#RRGGBB</c>.</param>
public sealed record NewPalette(string Name, string? Kind, IReadOnlyList<string> Colours, string? Others);

/// <summary>What shall change of a palette; the rest stays.</summary>
/// <param name="Others">Null takes it away.</param>
public sealed record PalettePatch(string? Name, string? Kind, IReadOnlyList<string>? Colours, string? Others);
