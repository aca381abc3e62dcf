using System.Text.Json;
using System.Text.Json.Serialization;
using Espalier.Engine.Snapshots;
using Espalier.Server.Datasets;
using Espalier.Server.Http;
using Espalier.Server.Jobs;

namespace Espalier.Server.Webhooks;

/// <summary>What webhooks can be told of. A new kind is a name here, and a call of the outbox where it happens.</summary>
public static class EventTypes
{
    public const string DatasetCreate = "DatasetCreate";
    public const string DatasetUpdate = "DatasetUpdate";
    public const string DatasetDelete = "DatasetDelete";
    public const string DatasetUndelete = "DatasetUndelete";
    public const string DatasetItems = "DatasetItems";
    public const string JobEnd = "JobEnd";

    /// <summary>Only sent on demand, to any webhook.</summary>
    public const string Test = "Test";

    /// <summary>Those that a webhook can ask for.</summary>
    public static readonly IReadOnlyList<string> All = [DatasetCreate, DatasetUpdate, DatasetDelete, DatasetUndelete, DatasetItems, JobEnd];
}

/// <summary>Something that happened. It tells who, where and how much, and never what a cell holds.</summary>
/// <param name="User">The e-mail of who did it.</param>
/// <param name="Body">A record of counts or the like.</param>
public sealed record WebhookEvent(string TenantId, string Type, string User, DateTimeOffset At, object Body)
{
    public Guid EventId { get; } = Guid.NewGuid();

    public Guid? DatasetId { get; init; }

    public Guid? TransactionId { get; init; }

    /// <summary>The events of a transaction on a dataset.</summary>
    /// <param name="before">The definition before it, when the transaction changes it.</param>
    /// <param name="after">The definition that the transaction sets, if it does.</param>
    public static IEnumerable<WebhookEvent> Of(
        string tenantId, LoggedTransaction transaction, DatasetDefinition? before, DatasetDefinition? after)
    {
        if (after is not null)
            yield return Event(before is null ? EventTypes.DatasetCreate : EventTypes.DatasetUpdate, PropertyCounts.Of(before, after));
        if (transaction.CreatedItems + transaction.UpdatedItems + transaction.DeletedItems > 0)
            yield return Event(EventTypes.DatasetItems, new ItemCounts(
                transaction.CreatedItems, transaction.UpdatedItems, transaction.DeletedItems, transaction.Stamp.Channel));

        WebhookEvent Event(string type, object body) =>
            new(tenantId, type, transaction.Stamp.By, DateTimeOffset.FromUnixTimeMilliseconds(transaction.Stamp.At), body)
            {
                DatasetId = transaction.DatasetId,
                TransactionId = transaction.Stamp.TransactionId,
            };
    }

    /// <summary>The event of a dataset that was taken away or brought back, with all its properties.</summary>
    public static WebhookEvent Of(string tenantId, Guid datasetId, string type, string by, DateTimeOffset at, DatasetDefinition definition) =>
        new(tenantId, type, by, at,
            type == EventTypes.DatasetDelete ? new PropertyCounts(0, 0, definition.Properties.Length) : PropertyCounts.Of(null, definition))
        {
            DatasetId = datasetId,
        };

    /// <summary>The event of a job's end.</summary>
    /// <param name="transactionId">What the job changed, if it did.</param>
    public static WebhookEvent Of(Job job, DateTimeOffset at, Guid? transactionId) =>
        new(job.TenantId, EventTypes.JobEnd, job.CreatedBy, at,
            new JobOutcome(job.Kind, Ticket.Print(job.Status), job.TraceId, job.Errors.Count, job.DryRun))
        {
            DatasetId = job.DatasetId,
            TransactionId = transactionId,
        };

    /// <summary>The body as it is sent.</summary>
    public string Write() => JsonSerializer.Serialize(
        new Message(TenantId, Print(DatasetId), Print(TransactionId), User, Timestamps.Print(At.ToUnixTimeMilliseconds()), Type, Body),
        Json.Options);

    static string? Print(Guid? id) => id is { } value ? Ids.Print(value) : null;

    /// <summary>All members are always there, so that a receiver need not ask.</summary>
    sealed record Message(
        string TenantId,
        [property: JsonIgnore(Condition = JsonIgnoreCondition.Never)] string? DatasetId,
        [property: JsonIgnore(Condition = JsonIgnoreCondition.Never)] string? TransactionId,
        string User, string Timestamp, string EventType, object EventBody);
}

/// <summary>How many items a transaction changed, and through what.</summary>
public sealed record ItemCounts(long Created, long Updated, long Deleted, string Channel);

/// <summary>How many properties a change of a definition touched.</summary>
public sealed record PropertyCounts(int Created, int Updated, int Deleted)
{
    public static PropertyCounts Of(DatasetDefinition? before, DatasetDefinition after)
    {
        if (before is null)
            return new(after.Properties.Length, 0, 0);
        var kept = after.Properties.Where(property => before.Find(property.Key) is not null).ToList();
        return new(
            after.Properties.Length - kept.Count, kept.Count(property => property != before.Find(property.Key)),
            before.Properties.Length - kept.Count);
    }
}

/// <summary>How a job ended.</summary>
/// <param name="Errors">How many its ticket has.</param>
public sealed record JobOutcome(string Kind, string JobStatus, string TraceId, int Errors, bool DryRun);

/// <summary>The body of the event that is sent to try a webhook out.</summary>
public sealed record TestOutcome(string Message);
