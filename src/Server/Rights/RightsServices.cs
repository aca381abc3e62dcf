using Espalier.Server.Access;
using Espalier.Server.Rights.Explaining;
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
        services.AddSingleton<AccessExplained>();
        return services;
    }

    /// <summary>After <see cref="AccessServices.UseAccess"/>: it changes who asks.</summary>
    public static WebApplication UseViewAs(this WebApplication app)
    {
        app.UseMiddleware<ViewAs>();
        return app;
    }
}
