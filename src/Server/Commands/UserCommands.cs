using System.CommandLine;
using Espalier.Server.Access;
using Espalier.Server.Auditing;
using Espalier.Server.Http;

namespace Espalier.Server.Commands;

/// <summary><c>user add</c>, <c>user list</c> and <c>user link</c>.</summary>
public static class UserCommands
{
    public static Command Create(Option<string?> data)
    {
        var tenant = new Option<string>("--tenant") { Description = "The tenant's id.", HelpName = "ID", Required = true };

        var email = new Argument<string>("EMAIL") { Description = "The user's e-mail address." };
        var role = new Option<string>("--role")
        {
            Description = "What the user may do in the tenant.",
            DefaultValueFactory = _ => "user",
            HelpName = "admin|user",
        };
        role.AcceptOnlyFromAmong("admin", "user");
        var access = new Option<bool>("--token-access") { Description = "Let the user's tokens use the API." };
        var add = new Command("add", "Give a user an account in a tenant.") { email, tenant, role, access };
        add.SetAction((parsed, ct) => AddAsync(
            parsed.GetValue(data),
            new Account(
                parsed.GetRequiredValue(tenant),
                Guid.NewGuid(),
                parsed.GetRequiredValue(email),
                parsed.GetValue(role) == "admin" ? Role.Admin : Role.User)
            {
                TokenAccess = parsed.GetValue(access),
            },
            ct));

        var list = new Command("list", "Show a tenant's users.") { tenant };
        list.SetAction((parsed, ct) => ListAsync(
            parsed.GetValue(data), parsed.GetRequiredValue(tenant), parsed.InvocationConfiguration.Output, ct));

        return new Command("user", "Users: the accounts people have in a tenant.") { add, list, Link(data) };
    }

    /// <summary>The way in for those who have no admin to ask.</summary>
    static Command Link(Option<string?> data)
    {
        var email = new Argument<string>("EMAIL") { Description = "The user's e-mail address." };
        var url = new Option<string>("--url") { Description = "Where the web app is.", DefaultValueFactory = _ => ServerHost.DefaultUrl, HelpName = "URL" };
        var removeTotp = new Option<bool>("--remove-totp") { Description = "Ask for no authenticator app any more." };
        var admin = new Option<bool>("--installation-admin") { Description = "Let the user make tenants and links for everybody." };
        var link = new Command("link", "Print a link, good once and for seven days, with which a user sets a password.") { email, url, removeTotp, admin };
        link.SetAction(async (parsed, ct) =>
        {
            var person = parsed.GetRequiredValue(email);
            Workplace.CheckEmail(person);
            await using var place = Workplace.Open(parsed.GetValue(data));
            if (await place.Links.MakeHereAsync(person, parsed.GetValue(removeTotp), ct) is not var (_, code))
                throw new WrongArgument($"'{person}' has no account in any tenant.");
            await place.Audit.WriteOfPersonAsync(person, AuditKinds.LinkCreate, person);
            if (parsed.GetValue(admin))
            {
                await place.Credentials.SetInstallationAdminAsync(person, ct);
                await place.Audit.WriteOfPersonAsync(person, AuditKinds.UserChange, person);
            }
            await parsed.InvocationConfiguration.Output.WriteLineAsync($"{parsed.GetRequiredValue(url).TrimEnd('/')}{AppRoutes.Invite}#code={code}");
        });
        return link;
    }

    static async Task AddAsync(string? data, Account account, CancellationToken ct)
    {
        Workplace.CheckEmail(account.Email);
        await using var place = Workplace.Open(data);
        await place.RequireTenantAsync(account.TenantId, ct);
        if (!await place.Users.AddAsync(account, ct))
            throw new WrongArgument($"'{account.Email}' has an account in '{account.TenantId}' already.");
        await place.Audit.WriteAsync(account.TenantId, AuditKinds.UserCreate, account.Email);
    }

    static async Task ListAsync(string? data, string tenantId, TextWriter output, CancellationToken ct)
    {
        await using var place = Workplace.Open(data);
        await place.RequireTenantAsync(tenantId, ct);
        var accounts = await place.Users.ListAsync(tenantId, ct);
        await Table.PrintAsync(
            output,
            ["EMAIL", "ROLE", "TOKEN_ACCESS", "ENABLED", "EXPIRES", "SUBNETS"],
            accounts.Select(a => new[]
            {
                a.Email, a.Role == Role.Admin ? "admin" : "user", Table.YesNo(a.TokenAccess), Table.YesNo(a.Enabled),
                Table.Time(a.ExpiresAt), a.Subnets.Text,
            }));
    }
}
