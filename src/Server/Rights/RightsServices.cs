using Espalier.Server.Rights.Views;

namespace Espalier.Server.Rights;

/// <summary>Who may do what with datasets.</summary>
public static class RightsServices
{
    public static IServiceCollection AddRights(this IServiceCollection services)
    {
        services.AddSingleton<RightsBook>();
        services.AddSingleton<RightsService>();
        services.AddSingleton<ViewService>();
        return services;
    }
}
