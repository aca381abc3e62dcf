using System.CommandLine;
using Espalier.Server.Auditing;
using Espalier.Server.Tenants;

namespace Espalier.Server.Commands;

/// <summary><c>tenant create</c> and <c>tenant list</c>; see also <see cref="QuotaCommand"/>.</summary>
public static class TenantCommands
{
    public static Command Create(Option<string?> data)
    {
        var id = new Argument<string>("ID") { Description = "Capital letters, digits and underscores, e.g. MY_TENANT." };
        var name = new Option<string?>("--name") { Description = "What people call it. [default: the id]", HelpName = "N" };
        var noPlan = new Option<bool>("--no-api-plan") { Description = "Keep the API closed for this tenant." };
        var quota = new QuotaArguments();
        var create = new Command("create", "Make a tenant.") { id, name, noPlan };
        quota.AddTo(create);
        create.SetAction((parsed, ct) => CreateAsync(
            parsed.GetValue(data),
            new Tenant(parsed.GetRequiredValue(id), parsed.GetValue(name) ?? parsed.GetRequiredValue(id))
            {
                ApiPlan = !parsed.GetValue(noPlan),
                Quota = quota.Read(parsed, TenantQuota.Usual),
            },
            ct));

        var list = new Command("list", "Show the tenants.");
        list.SetAction((parsed, ct) => ListAsync(parsed.GetValue(data), parsed.InvocationConfiguration.Output, ct));

        return new Command("tenant", "Tenants: the organisations that are served.") { create, list, QuotaCommand.Create(data) };
    }

    static async Task CreateAsync(string? data, Tenant tenant, CancellationToken ct)
    {
        Workplace.CheckNewTenantId(tenant.Id);
        if (string.IsNullOrWhiteSpace(tenant.Name))
            throw new WrongArgument("The tenant's name must not be empty.");

        await using var place = Workplace.Open(data);
        if (!await place.Tenants.AddAsync(tenant, ct))
            throw new WrongArgument($"There is a tenant '{tenant.Id}' already.");
        await place.Audit.WriteAsync(tenant.Id, AuditKinds.TenantCreate, tenant.Id);
    }

    static async Task ListAsync(string? data, TextWriter output, CancellationToken ct)
    {
        await using var place = Workplace.Open(data);
        var tenants = await place.Tenants.ListAsync(ct);
        await Table.PrintAsync(
            output,
            ["ID", "API_PLAN", "ENABLED", "SUBNETS", "NAME"],
            tenants.Select(t => new[] { t.Id, Table.YesNo(t.ApiPlan), Table.YesNo(t.Enabled), t.Subnets.Text, t.Name }));
    }
}
