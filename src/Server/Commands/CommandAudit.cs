using Espalier.Server.Access;
using Espalier.Server.Auditing;

namespace Espalier.Server.Commands;

/// <summary>
/// Puts down what commands do, in the audits of the tenants that it concerns. Who does it is whoever the operating system says:
/// commands ask for no account.
/// </summary>
sealed class CommandAudit(AuditLog audit, IUserStore users)
{
    public Task WriteAsync(string tenantId, string kind, string target) => WriteAsync([tenantId], kind, target);

    /// <summary>What concerns a person is told in all tenants where they have an account.</summary>
    public async Task WriteOfPersonAsync(string email, string kind, string target) =>
        await WriteAsync((await users.FindPersonAsync(email, CancellationToken.None)).Select(account => account.TenantId), kind, target);

    Task WriteAsync(IEnumerable<string> tenantIds, string kind, string target) =>
        audit.WriteAsync(tenantIds, Environment.UserName, null, AuditLog.Command, kind, target);
}
