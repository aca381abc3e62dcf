using Espalier.Server.Files;
using Microsoft.Extensions.Options;

namespace Espalier.Server.Jobs.Work;

/// <summary>Forgets the tickets of jobs that ended long ago.</summary>
sealed class JobSweep(IJobStore store, IOptions<JobOptions> options) : ISweepable
{
    public Task SweepAsync(DateTimeOffset now, CancellationToken ct) => store.ForgetAsync(now.AddHours(-options.Value.TicketHours), ct);
}
