namespace Espalier.Server.Palettes;

/// <summary>
/// The palettes that every tenant has. Categories are told apart with every kind of colour vision, on light and on dark ground;
/// cividis grows evenly brighter; the middle of the diverging one is grey.
/// </summary>
public static class BuiltInPalettes
{
    public static readonly IReadOnlyList<Palette> All =
    [
        new(new("00000000-0000-0000-0000-0000000000C1"), 0, "Categories, light", Palette.Categories,
            ["#193473", "#A33F21", "#439B74", "#DC4BC1", "#9D7B0C", "#115684", "#8A2BC0", "#68280B"]) { Others = "#656C76" },
        new(new("00000000-0000-0000-0000-0000000000C2"), 0, "Categories, dark", Palette.Categories,
            ["#668BCC", "#DE813A", "#1DFDE0", "#A15879", "#D2CA5E", "#48BDFE", "#7F52D9", "#D42526"]) { Others = "#A2AAB1" },
        new(new("00000000-0000-0000-0000-0000000000C3"), 0, "Cividis", Palette.Sequential,
            ["#00224E", "#273F6E", "#575D6D", "#7D7C76", "#A59C74", "#D2C05F", "#FEE838"]),
        new(new("00000000-0000-0000-0000-0000000000C4"), 0, "Blue, grey, orange", Palette.Diverging,
            ["#1B5FA8", "#5A89BB", "#99B2CD", "#D8DCE0", "#D1AF99", "#C98151", "#C2540A"]),
    ];
}
