using Espalier.Server.Access;
using Espalier.Server.Access.ApiTokens;
using Espalier.Server.Auditing;
using Espalier.Server.Access.Links;
using Espalier.Server.Access.Oidc;
using Espalier.Server.Access.Passwords;
using Espalier.Server.Access.Preferences;
using Espalier.Server.Access.Sessions;
using Espalier.Server.Calculations;
using Espalier.Server.Commands;
using Espalier.Server.Datasets;
using Espalier.Server.Datasets.Linking;
using Espalier.Server.Datasets.Settings;
using Espalier.Server.Docs;
using Espalier.Server.Drafts;
using Espalier.Server.Events;
using Espalier.Server.Exports;
using Espalier.Server.Expressions;
using Espalier.Server.Files;
using Espalier.Server.History;
using Espalier.Server.Http;
using Espalier.Server.Imports;
using Espalier.Server.Imports.Linking;
using Espalier.Server.Items;
using Espalier.Server.Jobs;
using Espalier.Server.Jobs.Listing;
using Espalier.Server.Locations;
using Espalier.Server.Packs;
using Espalier.Server.Palettes;
using Espalier.Server.Quotas;
using Espalier.Server.Reading;
using Espalier.Server.Rights;
using Espalier.Server.Rights.Explaining;
using Espalier.Server.Rights.Views;
using Espalier.Server.Storage;
using Espalier.Server.Tenants;
using Espalier.Server.Web;
using Espalier.Server.Webhooks;

namespace Espalier.Server;

/// <summary>The table of contents.</summary>
public static class Program
{
    public static Task<int> Main(string[] args) => CommandLine.RunAsync(args, Console.Out, Console.Error);

    /// <summary>The server, ready to be started. It has the data folder for itself until it is disposed.</summary>
    /// <param name="settings">Configuration, as <c>--Section:Key=value</c>.</param>
    /// <param name="configure">The last word of tests, e.g. on what time it is.</param>
    public static WebApplication Build(string[] settings, Action<WebApplicationBuilder>? configure = null)
    {
        var builder = ServerHost.CreateBuilder(settings);
        var config = builder.Configuration;
        builder.Services.AddStorage(config).AddHttp(config).AddQuotas(config).AddAccess().AddSignIn(config);
        builder.Services.AddFiles(config).AddLocations(config).AddJobs(config);
        builder.Services.AddRights().AddDatasets(config).AddReading().AddDrafts().AddImports(config).AddExports(config).AddCalculations().AddExpressions(config);
        builder.Services.AddAudit().AddEvents(config).AddTenants();
        builder.Services.AddHistory().AddWebhooks(config).AddPalettes().AddPacks();
        builder.Services.AddDocs().AddWeb(config).AddFirstStart();
        configure?.Invoke(builder);

        var app = builder.Build();
        ServerHost.Prepare(app);
        app.UseHttp().UseWeb().UseAccess().UseViewAs();
        app.MapDocs();
        app.MapWeb();
        app.MapHealth();
        app.MapTemporaryStore();
        app.MapJobs();

        var tenant = app.MapGroup("/api/v1/{tenantId}");
        tenant.MapFiles();
        tenant.MapDatasets();
        tenant.MapLinksDatasets();
        tenant.MapItems();
        tenant.MapImports();
        tenant.MapLinkImports();
        tenant.MapExports();
        tenant.MapOnDemand();
        tenant.MapDrafts();

        // What the original API does not have.
        var own = app.MapGroup("/api/espalier/v1/{tenantId}");
        own.MapCalculations();
        own.MapExpressions();
        own.MapOwnDrafts();
        own.MapHistory();
        own.MapUsers();
        own.MapLinkMaking();
        own.MapRights();
        own.MapViews();
        own.MapWebhooks();
        own.MapAccess();
        own.MapDatasetSettings();
        own.MapPalettes();
        own.MapPacks();
        own.MapJobList();
        own.MapEvents();
        own.MapUsage();
        own.MapAudit();

        // What belongs to no tenant. No tenant's id looks like these words.
        var installation = app.MapGroup("/api/espalier/v1");
        installation.MapTokens();
        installation.MapTenants();
        installation.MapSetup();
        installation.MapSessions();
        installation.MapOidc();
        installation.MapLinkUse();
        installation.MapPasswords();
        installation.MapPreferences();
        return app;
    }
}
