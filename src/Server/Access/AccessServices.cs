using Espalier.Server.Access.ApiTokens;
using Espalier.Server.Access.Browsers;
using Espalier.Server.Access.Links;
using Espalier.Server.Access.Oidc;
using Espalier.Server.Access.Passwords;
using Espalier.Server.Access.Sessions;
using Espalier.Server.Files;

namespace Espalier.Server.Access;

/// <summary>Who may come in.</summary>
public static class AccessServices
{
    /// <summary>What commands need too.</summary>
    public static IServiceCollection AddAccess(this IServiceCollection services)
    {
        services.AddOptions<SignInOptions>();
        services.AddSingleton<Tokens>();
        services.AddSingleton<Accounts>();
        services.AddSingleton<UserService>();
        services.AddSingleton<TokenService>();
        services.AddSingleton<People>();
        services.AddSingleton<Attempts>();
        services.AddSingleton<SecondFactor>();
        services.AddSingleton<PasswordService>();
        services.AddSingleton<LinkService>();
        services.AddSingleton<SetupService>();
        services.AddSingleton<KeptTenant>();
        services.AddSingleton<TokenUses>();
        services.AddHostedService(provider => provider.GetRequiredService<TokenUses>());
        return services;
    }

    /// <summary>What browsers need.</summary>
    public static IServiceCollection AddSignIn(this IServiceCollection services, IConfiguration config)
    {
        services.AddOptions<SignInOptions>().Bind(config.GetSection(SignInOptions.Section));
        services.AddOptions<OidcOptions>().Bind(config.GetSection(OidcOptions.Section)).ValidateDataAnnotations()
            .Validate<Microsoft.Extensions.Options.IOptions<SignInOptions>>(
                (oidc, ways) => oidc.IsOn || ways.Value.Password, "SignIn:Password=false needs an OpenID provider in Oidc:Issuer").ValidateOnStart();
        services.AddSingleton<SessionCookie>();
        services.AddSingleton<Forgery>();
        services.AddSingleton<SessionCheck>();
        services.AddSingleton<SessionService>();
        services.AddSingleton<SessionDocuments>();
        services.AddSingleton<OidcFlow>();
        services.AddSingleton<OidcProvider>();
        services.AddSingleton<ISweepable>(provider => provider.GetRequiredService<SessionService>());
        services.AddSingleton<ISweepable>(provider => provider.GetRequiredService<LinkService>());
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
