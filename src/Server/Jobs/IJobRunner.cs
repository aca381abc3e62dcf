namespace Espalier.Server.Jobs;

/// <summary>
/// Does one kind of job. It may be run again after an interruption, so it either changes nothing, or seals its result
/// first and then makes its change under the job's id, once; finding that done already, it just returns.
/// </summary>
public interface IJobRunner
{
    string Kind { get; }

    /// <exception cref="Http.Refused">The job fails with these errors.</exception>
    Task RunAsync(JobRun run, CancellationToken ct);
}
