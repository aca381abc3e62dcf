using Espalier.Server.Access;
using Espalier.Server.Auditing;
using Espalier.Server.Access.Links;
using Espalier.Server.Access.Passwords;
using Espalier.Server.Access.Sessions;
using Espalier.Server.Datasets;
using Espalier.Server.Datasets.Settings;
using Espalier.Server.Drafts;
using Espalier.Server.Packs;
using Espalier.Server.Palettes;
using Espalier.Server.Quotas;
using Espalier.Server.Rights;
using Espalier.Server.Rights.Views;
using Espalier.Server.Storage.Payloads;
using Espalier.Server.Storage.Stores;
using Espalier.Server.Storage.Stores.Drafts;
using Espalier.Server.Storage.Stores.Settings;
using Espalier.Server.Storage.Stores.People;
using Espalier.Server.Tenants;

namespace Espalier.Server.Storage;

/// <summary>Where things are kept.</summary>
public static class StorageServices
{
    /// <summary>The data folder's setting; relative to the working directory.</summary>
    public const string FolderSetting = "DataFolder";

    public static IServiceCollection AddStorage(this IServiceCollection services, IConfiguration config)
    {
        services.AddSingleton(_ => DataFolder.Open(config[FolderSetting] is { Length: > 0 } path ? path : "data"));
        services.AddSingleton<IDatabase>(provider => SqliteDatabase.Open(
            provider.GetRequiredService<DataFolder>(), provider.GetRequiredService<TimeProvider>()));
        services.AddSingleton<ITenantStore, SqlTenantStore>();
        services.AddSingleton<IUsageStore, SqlUsageStore>();
        services.AddSingleton<IUserStore, SqlUserStore>();
        services.AddSingleton<TenantDirectory>();
        services.AddSingleton<ITokenStore, SqlTokenStore>();
        services.AddSingleton<ICredentialStore, SqlCredentialStore>();
        services.AddSingleton<ISessionStore, SqlSessionStore>();
        services.AddSingleton<ILinkStore, SqlLinkStore>();
        services.AddSingleton<IPreferenceStore, SqlPreferenceStore>();
        services.AddSingleton<IRightsStore, SqlRightsStore>();
        services.AddSingleton<IViewStore, SqlViewStore>();
        services.AddSingleton<PayloadParts>();
        services.AddSingleton<IDatasetStore, SqlDatasetStore>();
        services.AddSingleton<ITransactionLog, SqlTransactionLog>();
        services.AddSingleton<ICheckpointStore, SqlCheckpointStore>();
        services.AddSingleton<IDraftStore, SqlDraftStore>();
        services.AddSingleton<IAuditStore, SqlAuditStore>();
        services.AddSingleton<IDatasetStandingStore, SqlDatasetStandingStore>();
        services.AddSingleton<IPaletteStore, SqlPaletteStore>();
        services.AddSingleton<IPackStore, SqlPackStore>();
        return services;
    }
}
