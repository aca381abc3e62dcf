using System.Net;
using Espalier.Server.Access.Passwords;
using Espalier.Server.Auditing;
using Espalier.Server.Http;
using Espalier.Server.Tenants;

namespace Espalier.Server.Access.Sessions;

/// <summary>Where a person may go now.</summary>
public sealed class People(IUserStore users, ICredentialStore credentials, TenantDirectory tenants, AuditLog audit, TimeProvider time)
{
    /// <summary>All accounts of a person, whether they can be used or not.</summary>
    public Task<IReadOnlyList<Account>> AccountsAsync(string email, CancellationToken ct) => users.FindPersonAsync(email, ct);

    /// <summary>Puts down what somebody did about signing in, in the audits of all tenants where the person has an account.</summary>
    public async Task NoteAsync(string kind, string email, IPAddress? address) =>
        await audit.WriteAsync((await users.FindPersonAsync(email, CancellationToken.None)).Select(account => account.TenantId), email, address, AuditLog.App, kind);

    /// <summary>Accounts and tenants that the person may use from this address, by tenant id.</summary>
    /// <param name="problems">Gets why the others may not be used.</param>
    public async Task<IReadOnlyList<(Account Account, Tenant Tenant)>> EntranceAsync(
        string email, IPAddress? address, ICollection<ApiError>? problems, CancellationToken ct)
    {
        var now = time.GetUtcNow();
        var open = new List<(Account, Tenant)>();
        foreach (var group in (await users.FindPersonAsync(email, ct)).GroupBy(account => account.TenantId))
        {
            var tenant = await tenants.FindAsync(group.Key, ct);
            var problem = group.Count() > 1 ? Errors.MultipleAccountsFound
                : Admission.Problem(group.First(), now, address) ?? Admission.Problem(tenant, address);
            if (problem is null)
                open.Add((group.First(), tenant!));
            else
                problems?.Add(Admission.ForPerson(problem));
        }
        return open;
    }

    /// <summary>The person, null when there is nowhere they may go.</summary>
    public async Task<Person?> FindAsync(string email, IPAddress? address, CancellationToken ct)
    {
        var open = await EntranceAsync(email, address, null, ct);
        return open.Count == 0
            ? null
            : new(open[0].Account.Email, address, [.. open.Select(place => place.Account)], (await credentials.FindAsync(email, ct))?.IsInstallationAdmin == true);
    }
}
