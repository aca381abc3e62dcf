namespace Espalier.Server.Auditing;

/// <summary>Who did what.</summary>
public static class AuditServices
{
    public static IServiceCollection AddAudit(this IServiceCollection services) => services.AddSingleton<AuditLog>();
}
