namespace Espalier.Server.Palettes;

/// <summary>Palettes of colours.</summary>
public static class PaletteServices
{
    public static IServiceCollection AddPalettes(this IServiceCollection services) => services.AddSingleton<PaletteService>();
}
