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

    /// <summary>A problem in the words for somebody in a browser, who has no token.</summary>
    public static ApiError ForPerson(ApiError problem) => problem.Name switch
    {
        nameof(Errors.UserAccountDisabled) => problem with { Message = "Your user account is disabled. An admin of the tenant can enable it." },
        nameof(Errors.UserAccountExpired) => problem with { Message = "Your user account has expired. An admin of the tenant can extend it." },
        nameof(Errors.MultipleAccountsFound) => problem with { Message = "Several accounts of this tenant match your e-mail address." },
        nameof(Errors.TokenAccessNotEnabled) => problem with { Message = "You have no account in this tenant." },
        _ => problem,
    };
}
