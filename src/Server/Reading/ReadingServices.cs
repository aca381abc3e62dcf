using Espalier.Server.Reading.Calculation;

namespace Espalier.Server.Reading;

/// <summary>What all that reads items and nodes shares.</summary>
public static class ReadingServices
{
    public static IServiceCollection AddReading(this IServiceCollection services) => services
        .AddSingleton<LookupDatasets>()
        .AddSingleton<LinkedDatasets>()
        .AddSingleton<CalculationStep>()
        .AddSingleton<PastStep>()
        .AddSingleton<DraftStep>()
        .AddSingleton<PrefilterStep>()
        .AddSingleton<RestrictedSnapshots>()
        .AddSingleton<NewNodeValues>()
        .AddSingleton<DatasetViews>();
}
