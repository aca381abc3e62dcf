using Dapper;
using Espalier.Engine.Changes;
using Espalier.Engine.Columns;
using Espalier.Engine.Columns.Packing;
using Espalier.Engine.Snapshots;
using Espalier.Server.Datasets;
using Espalier.Server.Storage;
using Espalier.Server.Storage.Payloads;
using Espalier.Server.Storage.Stores;
using Espalier.Server.Tests.Support;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace Espalier.Server.Tests.Datasets;

/// <summary>The stores of datasets over a database of the test's own, and change sets made by hand.</summary>
public sealed class DatasetWorld : IDisposable
{
    public const string Tenant = "T1";

    readonly TempFolder _folder = new();
    readonly SqliteDatabase _database;

    public DatasetWorld()
    {
        _database = SqliteDatabase.Open(DataFolder.Open(_folder.Path), Time);
        Parts = new(_database, Time);
        Log = new SqlTransactionLog(_database, Parts);
        Store = new SqlDatasetStore(_database);
        Checkpoints = new SqlCheckpointStore(_database, Parts, Time, NullLogger<SqlCheckpointStore>.Instance);
    }

    public static CancellationToken Ct => TestContext.Current.CancellationToken;

    public MovedTime Time { get; } = new();

    public IDatabase Database => _database;

    public PayloadParts Parts { get; }

    public ITransactionLog Log { get; }

    public IDatasetStore Store { get; }

    public ICheckpointStore Checkpoints { get; }

    public static readonly DatasetDefinition People = new("People", "PEOPLE", "id", "name",
        [new("id", PropertyType.Number) { IsRequired = true }, new("name", PropertyType.Text) { IsRequired = true }]);

    public TransactionStamp Stamp(Guid? job = null) =>
        TransactionStamp.New(Time.GetUtcNow().ToUnixTimeMilliseconds(), "ana@example.com", "api", job);

    /// <summary>A new dataset with the number property id and the text property name.</summary>
    public async Task<Guid> CreateAsync()
    {
        var id = Guid.NewGuid();
        (await Log.AppendAsync(Tenant, id, 1, new ChangeSet(Stamp()) { Definition = People }, Ct)).ShouldNotBeNull();
        return id;
    }

    /// <summary>Items with these names, numbered from <paramref name="first"/> on.</summary>
    public ChangeSet Creating(int first, IEnumerable<string> names, Guid? job = null)
    {
        var ids = ColumnBuilder.For(PropertyType.Number);
        var texts = ColumnBuilder.For(PropertyType.Text);
        var orders = new ChunkListBuilder(ChunkKind.Number);
        var guids = new List<Guid>();
        foreach (var name in names)
        {
            orders.Append(Conversion.Pattern(first));
            ids.Append(Cell.Of(first++));
            texts.Append(Cell.Of(name));
            guids.Add(Guid.NewGuid());
        }
        return new(Stamp(job)) { Created = new(GuidList.Of(guids), orders.Build(), [new("id", ids.Build()), new("name", texts.Build())]) };
    }

    public ChangeSet Renaming(Snapshot snapshot, int row, string name)
    {
        var (old, now) = (ColumnBuilder.For(PropertyType.Text), ColumnBuilder.For(PropertyType.Text));
        old.Append(snapshot.Column("name")[row]);
        now.Append(Cell.Of(name));
        return new(Stamp()) { Updated = new([row], GuidList.Of([snapshot.Ids[row]]), [new("name", [0], old.Build(), now.Build())]) };
    }

    public ChangeSet Deleting(Snapshot snapshot, params int[] rows) => new(Stamp())
    {
        Deleted = new([.. rows], new(snapshot.Ids.Gather(rows), snapshot.SortOrders.Cells.Gather(rows),
            [.. snapshot.Definition.Properties.Select(p => new KeyedColumn(p.Key, Stored.Gather(snapshot.Column(p.Key), rows)))])),
    };

    public Task<LiveDataset> OpenAsync(Guid datasetId, Action<LiveDataset>? due = null) =>
        LiveDataset.OpenAsync(Tenant, datasetId, Log, Checkpoints, due ?? (_ => { }), Ct);

    public LiveDatasets Memory(int megabytes) => new(Log, Checkpoints,
        Options.Create(new DatasetOptions { MemoryMegabytes = megabytes }), NullLogger<LiveDatasets>.Instance);

    public Task<long> CountAsync(string table) =>
        Database.ReadAsync(connection => connection.ExecuteScalarAsync<long>($"SELECT COUNT(*) FROM {table}"), Ct);

    public async Task<string> TextAsync(string sql) =>
        (await Database.ReadAsync(connection => connection.ExecuteScalarAsync<string>(sql), Ct)).ShouldNotBeNull();

    public Task<int> ExecuteAsync(string sql) =>
        Database.WriteAsync((connection, transaction) => connection.ExecuteAsync(sql, transaction: transaction), Ct);

    /// <summary>All a snapshot shows, row by row.</summary>
    public static string[] Print(Snapshot snapshot) =>
    [
        $"{snapshot.Sequence} {snapshot.Stamps.Items.TransactionId} {snapshot.ItemCount} of {snapshot.RowCount}",
        .. snapshot.Order.ToArray().Select(row =>
            $"{row} {snapshot.Ids[row]} {snapshot.SortOrders.At(row)} {snapshot.ModifiedAt.At(row)} "
            + string.Join(' ', snapshot.Columns.Select(c => $"{c.Type}:{c[row]}"))),
    ];

    /// <summary>Names that do not repeat and do not pack: about 30 bytes each.</summary>
    public static IEnumerable<string> Names(int count, int seed = 1)
    {
        var random = new Random(seed);
        var bytes = new byte[20];
        for (var i = 0; i < count; i++)
        {
            random.NextBytes(bytes);
            yield return Convert.ToBase64String(bytes);
        }
    }

    public void Dispose()
    {
        _database.Dispose();
        _folder.Dispose();
    }
}
