using Espalier.Server.Jobs;

namespace Espalier.Server.Calculations;

/// <summary>What calculations that are saved need.</summary>
public static class CalculationServices
{
    public static IServiceCollection AddCalculations(this IServiceCollection services) => services.AddSingleton<IJobRunner, OnDemandRunner>();
}
