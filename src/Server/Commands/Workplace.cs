using Espalier.Server.Access;
using Espalier.Server.Access.Links;
using Espalier.Server.Access.Passwords;
using Espalier.Server.Auditing;
using Espalier.Server.Quotas;
using Espalier.Server.Storage;
using Espalier.Server.Tenants;

namespace Espalier.Server.Commands;

/// <summary>
/// The data folder as commands see it: the stores without the server. The database is made when there is none, and
/// shared with a server that runs on it.
/// </summary>
public sealed class Workplace : IAsyncDisposable
{
    readonly ServiceProvider _services;

    Workplace(ServiceProvider services) => _services = services;

    public ITenantStore Tenants => _services.GetRequiredService<ITenantStore>();

    public IUserStore Users => _services.GetRequiredService<IUserStore>();

    public ITokenStore TokenStore => _services.GetRequiredService<ITokenStore>();

    public IUsageStore Usage => _services.GetRequiredService<IUsageStore>();

    public LinkService Links => _services.GetRequiredService<LinkService>();

    public ICredentialStore Credentials => _services.GetRequiredService<ICredentialStore>();

    public Tokens Tokens => _services.GetRequiredService<Tokens>();

    internal CommandAudit Audit => _services.GetRequiredService<CommandAudit>();

    public TimeProvider Time => _services.GetRequiredService<TimeProvider>();

    /// <param name="data">Null takes the folder from the settings, like the server does.</param>
    public static Workplace Open(string? data)
    {
        var config = new ConfigurationBuilder()
            .AddJsonFile(Path.Combine(AppContext.BaseDirectory, "appsettings.json"), optional: true)
            .AddEnvironmentVariables()
            .AddInMemoryCollection(data is null ? [] : [new(StorageServices.FolderSetting, data)])
            .Build();
        return new(new ServiceCollection()
            .AddSingleton(TimeProvider.System)
            .AddStorage(config)
            .AddAccess()
            .AddAudit()
            .AddSingleton<CommandAudit>()
            .BuildServiceProvider());
    }

    /// <exception cref="WrongArgument">There is no such tenant.</exception>
    public async Task<Tenant> RequireTenantAsync(string tenantId, CancellationToken ct)
    {
        CheckTenantId(tenantId);
        return await Tenants.FindAsync(tenantId, ct) ?? throw new WrongArgument($"There is no tenant '{tenantId}'.");
    }

    public static void CheckTenantId(string tenantId)
    {
        if (!Tenant.IsId(tenantId))
            throw new WrongArgument($"'{tenantId}' cannot be a tenant's id: it must match {Tenant.IdPattern}.");
    }

    public static void CheckNewTenantId(string tenantId)
    {
        CheckTenantId(tenantId);
        if (Tenant.IsReserved(tenantId))
            throw new WrongArgument($"'{tenantId}' cannot be a tenant's id: Espalier's own paths have this word.");
    }

    public static void CheckEmail(string email)
    {
        if (!Account.IsEmail(email))
            throw new WrongArgument($"'{email}' is not an e-mail address.");
    }

    public ValueTask DisposeAsync() => _services.DisposeAsync();
}
