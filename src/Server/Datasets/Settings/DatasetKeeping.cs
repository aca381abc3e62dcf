using System.Collections.Immutable;
using Espalier.Engine.Changes;
using Espalier.Engine.Columns;
using Espalier.Engine.Snapshots;
using Espalier.Server.Access;
using Espalier.Server.Auditing;
using Espalier.Server.Events;
using Espalier.Server.Files;
using Espalier.Server.Http;
using Espalier.Server.Reading;
using Espalier.Server.Rights;

namespace Espalier.Server.Datasets.Settings;

/// <summary>Copies datasets, puts them away, takes them out of sight and back again; what was deleted long ago ends for good.</summary>
public sealed class DatasetKeeping(
    IDatasetStandingStore store, DatasetService datasets, DatasetViews views, Prefilters prefilters, RightsService rights, RightsBook book,
    AuditLog audit, EventHub events, TimeProvider time) : ISweepable
{
    /// <summary>So long a deleted dataset can come back.</summary>
    public static readonly TimeSpan Restorable = TimeSpan.FromDays(30);

    /// <summary>Makes a dataset of what the caller may see of another one. It belongs to the caller.</summary>
    /// <param name="withRights">Whether who may see the one may see the other.</param>
    public async Task<Guid> CopyAsync(Caller caller, Guid datasetId, string name, bool withItems, bool withRights, CancellationToken ct)
    {
        var snapshot = (await views.OpenAsync(caller, datasetId, ViewWish.Now, ct)).Snapshot;
        var definition = snapshot.Definition with { Name = name };
        if (definition.AutoId.Length == 0)
            throw new Refused(Errors.DatasetConfigurationInvalid("You do not see by what the dataset's items are identified, so you cannot copy it."));
        var rules = withRights ? (await rights.FindAsync(caller, datasetId, ct)).Rules : null;
        var copyId = await datasets.CreateAsync(caller, definition, ct);
        if (withItems && snapshot.ItemCount > 0)
        {
            var live = await datasets.OpenAsync(caller, copyId, Level.Update, ct);
            var items = ItemsOf(snapshot);
            await live.ApplyAsync(
                _ => new ChangeSet(TransactionStamp.New(time.GetUtcNow().ToUnixTimeMilliseconds(), caller.Email, "copy")) { Created = items }, ct);
        }
        await prefilters.TakeOverAsync(caller, datasetId, copyId, ct);
        if (rules is not null)
            await rights.TakeOverAsync(caller, copyId, rules, ct);
        await audit.WriteAsync(caller, AuditKinds.DatasetCopy, name, copyId, new Dictionary<string, long> { ["items"] = withItems ? snapshot.ItemCount : 0 });
        return copyId;
    }

    /// <param name="isArchived">Or in use again.</param>
    public async Task ArchiveAsync(Caller caller, Guid datasetId, bool isArchived, CancellationToken ct)
    {
        var name = await DemandAsync(caller, datasetId, ct);
        if (!await store.ArchiveAsync(caller.TenantId, datasetId, isArchived ? time.GetUtcNow() : null, ct))
            throw new Refused(Errors.DatasetNotFound(caller.TenantId, datasetId));
        await NoteAsync(caller, isArchived ? AuditKinds.DatasetArchive : AuditKinds.DatasetUnarchive, datasetId, name);
    }

    public async Task DeleteAsync(Caller caller, Guid datasetId, CancellationToken ct)
    {
        var name = await DemandAsync(caller, datasetId, ct);
        if (!await store.DeleteAsync(caller.TenantId, datasetId, time.GetUtcNow(), caller.Email, ct))
            throw new Refused(Errors.DatasetNotFound(caller.TenantId, datasetId));
        await NoteAsync(caller, AuditKinds.DatasetDelete, datasetId, name);
    }

    public async Task RestoreAsync(Caller caller, Guid datasetId, CancellationToken ct)
    {
        var deleted = await store.FindDeletedAsync(caller.TenantId, datasetId, ct);
        var owner = deleted is null ? "" : await OwnerAsync(caller.TenantId, datasetId, deleted.CreatedBy, ct);
        if (deleted is null || !DatasetOverviews.IsMaster(caller, owner)
            || time.GetUtcNow().ToUnixTimeMilliseconds() - deleted.DeletedAt >= Restorable.TotalMilliseconds
            || !await store.RestoreAsync(caller.TenantId, datasetId, time.GetUtcNow(), caller.Email, ct))
            throw new Refused(Errors.DatasetNotFound(caller.TenantId, datasetId));
        await NoteAsync(caller, AuditKinds.DatasetRestore, datasetId, deleted.Definition.Name);
    }

    public async Task SweepAsync(DateTimeOffset now, CancellationToken ct)
    {
        while (await store.ForgetOneAsync(now - Restorable, ct) is not null)
        {
            // One after another, so that other writes get their turn.
        }
    }

    /// <returns>The dataset's name.</returns>
    /// <exception cref="Refused">There is none that the caller may know of, or it is somebody else's.</exception>
    async Task<string> DemandAsync(Caller caller, Guid datasetId, CancellationToken ct)
    {
        var state = await datasets.DescribeAsync(caller, datasetId, Level.Read, ct);
        if (state.IsPermissionedView)
            throw new Refused(Errors.ViewIsReadOnly(caller.TenantId, datasetId));
        return DatasetOverviews.IsMaster(caller, await OwnerAsync(caller.TenantId, datasetId, state.CreatedBy, ct))
            ? state.Definition.Name
            : throw new Refused(Errors.DatasetAccessDenied($"{caller.TenantId}/datasets/{Ids.Print(datasetId)}"));
    }

    async Task<string> OwnerAsync(string tenantId, Guid datasetId, string createdBy, CancellationToken ct) =>
        (await book.ListAsync(tenantId, ct)).GetValueOrDefault(datasetId)?.Owner ?? createdBy;

    Task NoteAsync(Caller caller, string kind, Guid datasetId, string name)
    {
        events.Publish(new MetaChanged(caller.TenantId, MetaChanged.Datasets));
        return audit.WriteAsync(caller, kind, name, datasetId);
    }

    /// <summary>The same items, under ids of their own.</summary>
    static ItemTable ItemsOf(Snapshot snapshot)
    {
        var rows = snapshot.Order.ToArray();
        return new(
            GuidList.Of(rows.Select(_ => Guid.NewGuid())),
            ((IStoredColumn)snapshot.SortOrders).Cells.Gather(rows),
            [
                .. snapshot.Definition.Properties.Select((property, at) =>
                {
                    var column = Stored.Gather(snapshot.Columns[at], rows);
                    return new KeyedColumn(property.Key, column is StoredTexts texts ? Stored.Repool(texts) : column);
                }),
            ]);
    }
}
