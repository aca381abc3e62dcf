using Espalier.Server.Access;

namespace Espalier.Server.Jobs.Listing;

/// <summary>How jobs are shown to those who look at lists of them, and who that is.</summary>
public static class JobView
{
    public const string Cancelled = "cancelled";

    public static readonly IReadOnlyList<string> States = ["created", "running", "completed", "failed", Cancelled];

    /// <summary>Everybody sees their own jobs, admins see all.</summary>
    public static bool MaySee(Caller caller, string createdBy) =>
        caller.Role == Role.Admin || Account.KeyOf(caller.Email) == Account.KeyOf(createdBy);

    /// <summary>Tickets say of a job that was cancelled that it failed; lists tell it apart.</summary>
    public static string StateOf(JobStatus status, bool isCancelled) =>
        isCancelled && status == JobStatus.Failed ? Cancelled : Ticket.Print(status);

    /// <returns>True while a job that was cancelled has not ended; else null.</returns>
    public static bool? IsCancelling(JobStatus status, bool isCancelled) =>
        isCancelled && status is (JobStatus.Created or JobStatus.Running) ? true : null;
}
