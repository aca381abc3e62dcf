using Espalier.Server.Files;
using Espalier.Server.Jobs.Listing;
using Espalier.Server.Jobs.Work;
using Espalier.Server.Storage;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Espalier.Server.Jobs;

/// <summary>Durable jobs. Runners are registered by their features as <see cref="IJobRunner"/>.</summary>
public static class JobServices
{
    internal const string JobsKey = "jobs";
    internal const string CallbacksKey = "callbacks";

    public static IServiceCollection AddJobs(this IServiceCollection services, IConfiguration config)
    {
        services.AddOptions<JobOptions>().Bind(config.GetSection("Jobs")).ValidateDataAnnotations().ValidateOnStart();
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton<IJobStore, Storage.Stores.SqlJobStore>();
        services.AddKeyedSingleton<JobSignal>(JobsKey);
        services.AddKeyedSingleton<JobSignal>(CallbacksKey);
        services.AddSingleton(provider => new JobNode(Convert.ToHexString(provider.GetRequiredService<DataFolder>().Key("node", 16))));
        services.AddSingleton<JobService>();
        services.AddSingleton<JobBoard>();
        services.AddSingleton<ResultRows>();
        services.AddSingleton<JobFinisher>();
        services.AddSingleton<ISweepable, JobSweep>();
        services.AddHostedService<JobWorker>();
        services.AddHostedService<CallbackSender>();
        return services;
    }
}
