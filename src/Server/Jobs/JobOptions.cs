using System.ComponentModel.DataAnnotations;

namespace Espalier.Server.Jobs;

/// <summary>Settings of jobs. Section <c>Jobs</c>.</summary>
public sealed class JobOptions
{
    /// <summary>How many jobs run side by side before tenants have to wait for each other's.</summary>
    [Range(1, 64)]
    public int Workers { get; init; } = 2;

    /// <summary>How many more may run so that each tenant has one going: nobody waits behind another's long job.</summary>
    [Range(0, 256)]
    public int ExtraForIdleTenants { get; init; } = 6;

    /// <summary>How long a job belongs to a server that is not heard of.</summary>
    [Range(3, 3600)]
    public int LeaseSeconds { get; init; } = 30;

    /// <summary>How often a job that was interrupted is begun, at most.</summary>
    [Range(1, 100)]
    public int MaxAttempts { get; init; } = 3;

    /// <summary>How long the ticket of an ended job is kept.</summary>
    [Range(1, 24 * 365)]
    public int TicketHours { get; init; } = 24;

    internal TimeSpan Lease => TimeSpan.FromSeconds(LeaseSeconds);
}
