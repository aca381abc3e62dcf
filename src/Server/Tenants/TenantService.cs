using Espalier.Server.Access;
using Espalier.Server.Access.Sessions;
using Espalier.Server.Auditing;
using Espalier.Server.Datasets.Settings;
using Espalier.Server.Events;
using Espalier.Server.Http;
using Espalier.Server.Http.Requests;

namespace Espalier.Server.Tenants;

/// <summary>A person's tenants; admins of the installation see all, make and change them.</summary>
public sealed class TenantService(
    ITenantStore store, Accounts accounts, DatasetOverviews datasets, AuditLog audit, EventHub events)
{
    static readonly string[] Fields = ["name", "masterTenantId", "subnets", "apiPlan", "limits"];

    /// <exception cref="Refused">There is none.</exception>
    public async Task<Tenant> FindAsync(string tenantId, CancellationToken ct) =>
        await store.FindAsync(tenantId, ct) ?? throw new Refused(Errors.TenantNotFound(tenantId));

    /// <summary>Whether the API is open in any of these.</summary>
    public async Task<bool> AnyApiPlanAsync(IEnumerable<string> tenantIds, CancellationToken ct)
    {
        var ids = tenantIds.ToHashSet(StringComparer.Ordinal);
        return (await store.ListAsync(ct)).Any(tenant => tenant.ApiPlan && ids.Contains(tenant.Id));
    }

    /// <summary>Those where the person has an account; for admins of the installation all.</summary>
    public async Task<IReadOnlyList<SeenTenant>> ListAsync(Person person, CancellationToken ct)
    {
        var seen = new List<SeenTenant>();
        foreach (var tenant in await store.ListAsync(ct))
            if (person.IsInstallationAdmin || person.Accounts.Any(account => account.TenantId == tenant.Id))
                seen.Add(await SeeAsync(person, tenant, ct));
        return seen;
    }

    /// <summary>Makes a tenant, whose first admin is who makes it.</summary>
    public async Task<SeenTenant> CreateAsync(Person person, JsonField? body, Problems problems, CancellationToken ct)
    {
        Demand(person);
        body = body?.Object();
        body?.RefuseOthers(["id", .. Fields]);
        var idField = body?.Required("id");
        var id = idField?.FilledText();
        if (id is not null && !Tenant.IsId(id))
            idField!.Problem(Errors.PropertyValueInvalid($"must match {Tenant.IdPattern}"));
        else if (id is not null && Tenant.IsReserved(id))
            idField!.Problem(Errors.PropertyValueInvalid("is a word of Espalier's own paths"));
        var tenant = await ReadAsync(new Tenant(id ?? "", id ?? ""), body, ct);
        problems.ThrowIfAny();
        if (!await store.AddAsync(tenant, ct))
            throw new Refused(Errors.TenantExists);
        await accounts.AddAdminAsync(tenant.Id, person.Email, CancellationToken.None);
        await NoteAsync(person, AuditKinds.TenantCreate, tenant.Id);
        return await SeeAsync(person, await FindAsync(tenant.Id, ct), ct) with { Role = Role.Admin };
    }

    /// <summary>Changes what the body names.</summary>
    public async Task<SeenTenant> UpdateAsync(Person person, string tenantId, JsonField? body, Problems problems, CancellationToken ct)
    {
        Demand(person);
        body = body?.Object();
        body?.RefuseOthers([.. Fields, "enabled"]);
        var current = await store.FindAsync(tenantId, ct);
        var tenant = await ReadAsync(current ?? new Tenant(tenantId, ""), body, ct);
        tenant = tenant with { Enabled = body?.Optional("enabled")?.Bool() ?? tenant.Enabled };
        problems.ThrowIfAny();
        if (current is null || !await store.UpdateAsync(tenant, ct))
            throw new Refused(Errors.TenantNotFound(tenantId));
        if (tenant != current)
            await NoteAsync(person, AuditKinds.TenantChange, tenantId);
        return await SeeAsync(person, tenant, ct);
    }

    async Task<SeenTenant> SeeAsync(Person person, Tenant tenant, CancellationToken ct)
    {
        var account = person.Accounts.FirstOrDefault(a => a.TenantId == tenant.Id);
        var own = account is null ? [] : await datasets.ListAsync(
            new Caller(tenant.Id, account.Email, account.Role, account.Groups, person.Address), DatasetStanding.Active, ct);
        return new(tenant, account?.Role, own.Count(dataset => !dataset.IsPermissionedView))
        {
            LastActivityAt = own.Count == 0 ? null : own.Max(dataset => Math.Max(dataset.ModifiedAt, dataset.ItemsModifiedAt)),
            IsManaged = person.IsInstallationAdmin,
            Users = person.IsInstallationAdmin ? await accounts.CountAsync(tenant.Id, ct) : null,
        };
    }

    async Task<Tenant> ReadAsync(Tenant current, JsonField? body, CancellationToken ct)
    {
        var (masterField, limits) = (body?.Member("masterTenantId"), body?.Optional("limits")?.Object());
        limits?.RefuseOthers("requestsPerSecond", "concurrency", "requestsPerDay");
        var master = masterField is null or { IsNull: true } ? null : masterField.FilledText();
        if (master is not null && (master == current.Id || await store.FindAsync(master, ct) is null))
            masterField!.Problem(Errors.PropertyValueInvalid("is not the id of another tenant"));
        return current with
        {
            Name = body?.Optional("name")?.FilledText()?.Trim() ?? current.Name,
            MasterTenantId = masterField is null ? current.MasterTenantId : master,
            Subnets = body?.Optional("subnets") is { } subnets ? Subnets.Read(subnets) : current.Subnets,
            ApiPlan = body?.Optional("apiPlan")?.Bool() ?? current.ApiPlan,
            Quota = new()
            {
                RequestsPerSecond = (int?)Limit(limits, "requestsPerSecond", current.Quota.RequestsPerSecond, 1_000_000),
                Concurrency = (int?)Limit(limits, "concurrency", current.Quota.Concurrency, 1_000_000),
                RequestsPerDay = Limit(limits, "requestsPerDay", current.Quota.RequestsPerDay, 1_000_000_000_000),
            },
        };
    }

    static long? Limit(JsonField? limits, string name, long? current, long most)
    {
        if (limits?.Member(name) is not { } field)
            return current;
        if (field.IsNull)
            return null;
        if (field.Number() is not { } number)
            return current;
        if (number >= 0 && number <= most && number == Math.Floor(number))
            return (long)number;
        field.Problem(Errors.FieldHasWrongType($"a whole number from 0 to {most}"));
        return current;
    }

    Task NoteAsync(Person person, string kind, string tenantId)
    {
        events.Publish(new MetaChanged(tenantId, MetaChanged.Tenant));
        return audit.WriteAsync([tenantId], person.Email, person.Address, person.Session is null ? AuditLog.Api : AuditLog.App, kind, tenantId);
    }

    static void Demand(Person person)
    {
        if (!person.IsInstallationAdmin)
            throw new Refused(Errors.InstallationAdminRequired);
    }
}

/// <summary>A tenant as a person sees it.</summary>
/// <param name="Role">Null where the person has no account.</param>
/// <param name="Datasets">How many the person may see.</param>
public sealed record SeenTenant(Tenant Tenant, Role? Role, int Datasets)
{
    /// <summary>When the last of these changed.</summary>
    public long? LastActivityAt { get; init; }

    /// <summary>Whether the person may change it.</summary>
    public bool IsManaged { get; init; }

    public int? Users { get; init; }
}
