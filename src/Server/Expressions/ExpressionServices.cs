namespace Espalier.Server.Expressions;

/// <summary>What evaluating expressions needs.</summary>
public static class ExpressionServices
{
    public static IServiceCollection AddExpressions(this IServiceCollection services, IConfiguration config)
    {
        services.AddOptions<ExpressionOptions>().Bind(config.GetSection("Expressions")).ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton<EvaluationRun>();
        return services;
    }
}
