namespace Espalier.Server.Packs;

/// <summary>Boards that people keep and share.</summary>
public static class PackServices
{
    public static IServiceCollection AddPacks(this IServiceCollection services) =>
        services.AddSingleton<PackAccess>().AddSingleton<PackService>();
}
