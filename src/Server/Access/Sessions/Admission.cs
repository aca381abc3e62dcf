using System.Net;
using Espalier.Server.Http;
using Espalier.Server.Tenants;

namespace Espalier.Server.Access.Sessions;

/// <summary>What stands between an account and its tenant, whichever way somebody comes. In the API's order.</summary>
public static class Admission
{
    /// <summary>Why the account cannot be used now, null when it can.</summary>
    public static ApiError? Problem(Account account, DateTimeOffset now, IPAddress? address)
    {
        if (!account.Enabled)
            return Errors.UserAccountDisabled;
        if (now >= account.ExpiresAt)
            return Errors.UserAccountExpired;
        return account.Subnets.Allows(address) ? null : Errors.UserAccountSubnetViolation(address);
    }

    /// <summary>Why the tenant cannot be entered now, null when it can.</summary>
    public static ApiError? Problem(Tenant? tenant, IPAddress? address)
    {
        if (tenant is null)
            return Errors.TokenAccessNotEnabled;
        if (!tenant.Enabled)
            return Errors.TenantNotAccessible;
        return tenant.Subnets.Allows(address) ? null : Errors.TenantSubnetViolation(address);
    }
}
