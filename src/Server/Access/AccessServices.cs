using Espalier.Server.Access.ApiTokens;

namespace Espalier.Server.Access;

/// <summary>Who may come in.</summary>
public static class AccessServices
{
    public static IServiceCollection AddAccess(this IServiceCollection services)
    {
        services.AddSingleton<Tokens>();
        services.AddSingleton<Accounts>();
        services.AddSingleton<UserService>();
        services.AddSingleton<TokenService>();
        services.AddSingleton<TokenUses>();
        services.AddHostedService(provider => provider.GetRequiredService<TokenUses>());
        return services;
    }

    public static WebApplication UseAccess(this WebApplication app)
    {
        app.UseMiddleware<TokenCheck>();
        return app;
    }

    /// <summary>Who asks. Only requests below a tenant have a caller.</summary>
    public static Caller Caller(this HttpContext context) =>
        context.Features.Get<Caller>() ?? throw new InvalidOperationException("No token was checked on this path.");
}
