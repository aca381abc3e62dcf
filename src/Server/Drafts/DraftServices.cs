using Espalier.Server.Drafts.Actions;
using Espalier.Server.Drafts.Comparing;
using Espalier.Server.Drafts.Editing;
using Espalier.Server.Drafts.Opening;
using Espalier.Server.Jobs;

namespace Espalier.Server.Drafts;

/// <summary>What drafts need.</summary>
public static class DraftServices
{
    public static IServiceCollection AddDrafts(this IServiceCollection services)
    {
        services.AddSingleton<DraftStates>();
        services.AddSingleton<DraftService>();
        services.AddSingleton<DraftViews>();
        services.AddSingleton<DraftEditor>();
        services.AddSingleton<ChangeList>();
        services.AddSingleton<DraftComparison>();
        services.AddSingleton<DraftActions>();
        services.AddSingleton<LayerClearing>();
        services.AddSingleton<IJobRunner, DraftExportRunner>();
        services.AddSingleton<IJobRunner, DraftApplyRunner>();
        return services;
    }
}
