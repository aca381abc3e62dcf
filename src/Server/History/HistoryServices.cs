namespace Espalier.Server.History;

/// <summary>What looking at transactions and undoing them needs.</summary>
public static class HistoryServices
{
    public static IServiceCollection AddHistory(this IServiceCollection services) =>
        services.AddSingleton<HistoryService>().AddSingleton<UndoService>();
}
