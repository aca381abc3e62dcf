using Dapper;
using Espalier.Server.Storage;
using Espalier.Server.Tests.Support;

namespace Espalier.Server.Tests.Storage;

public sealed class SqliteDatabaseTests : IDisposable
{
    readonly TempFolder _temp = new();
    readonly SqliteDatabase _database;

    public SqliteDatabaseTests()
    {
        _database = Open();
        _database.WriteAsync((c, t) => c.ExecuteAsync("CREATE TABLE n (i BIGINT PRIMARY KEY)"), Ct).GetAwaiter().GetResult();
    }

    static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_was_written_is_read_by_readers_and_by_another_opening()
    {
        await AddAsync(_database, 1);
        await AddAsync(_database, 2, durable: false);
        (await CountAsync(_database)).ShouldBe(2);
        using var other = Open();
        (await CountAsync(other)).ShouldBe(2);
    }

    [Fact]
    public async Task An_exception_undoes_the_whole_write_and_the_next_one_works()
    {
        foreach (var durable in new[] { true, false })
            await Should.ThrowAsync<InvalidOperationException>(() => _database.WriteAsync<int>(async (connection, transaction) =>
            {
                await connection.ExecuteAsync("INSERT INTO n VALUES (7)", transaction: transaction);
                throw new InvalidOperationException();
            }, Ct, durable));
        (await CountAsync(_database)).ShouldBe(0);
        await AddAsync(_database, 7);
    }

    [Fact]
    public async Task Writers_take_turns_in_order_of_arrival_also_between_two_openings()
    {
        using var other = Open();
        var order = new List<int>();
        var writes = Enumerable.Range(0, 50).Select(i => _database.WriteAsync(async (connection, transaction) =>
        {
            await connection.ExecuteAsync("INSERT INTO n VALUES (@i)", new { i }, transaction);
            await Task.Yield();
            order.Add(i);
            return i;
        }, Ct, durable: i % 2 == 0)).Cast<Task>().ToArray();
        var others = Enumerable.Range(100, 50).Select(i => AddAsync(other, i));
        await Task.WhenAll([.. writes, .. others]);

        order.ShouldBe(Enumerable.Range(0, 50));
        (await CountAsync(_database)).ShouldBe(100);
    }

    [Fact]
    public async Task Readers_do_not_wait_for_a_writer_and_cannot_write()
    {
        await _database.WriteAsync(async (connection, transaction) =>
        {
            await connection.ExecuteAsync("INSERT INTO n VALUES (1)", transaction: transaction);
            (await CountAsync(_database)).ShouldBe(0);
            return 0;
        }, Ct);
        await Should.ThrowAsync<Microsoft.Data.Sqlite.SqliteException>(
            () => _database.ReadAsync(connection => connection.ExecuteAsync("INSERT INTO n VALUES (2)"), Ct));
    }

    [Fact]
    public async Task Foreign_keys_hold_and_durable_writes_are_synced()
    {
        await Should.ThrowAsync<Microsoft.Data.Sqlite.SqliteException>(() => _database.WriteAsync(
            (connection, transaction) => connection.ExecuteAsync("""
                INSERT INTO account SELECT 'NONE', 'x', 'x', 'x', 'user', '[]', 0, 1, NULL, '', 0
                """, transaction: transaction), Ct));
        (await SynchronousAsync(true)).ShouldBe(2);
        (await SynchronousAsync(false)).ShouldBe(1);

        Task<long> SynchronousAsync(bool durable) =>
            _database.WriteAsync((connection, _) => connection.ExecuteScalarAsync<long>("PRAGMA synchronous"), Ct, durable);
    }

    [Fact]
    public async Task A_database_of_a_newer_version_or_with_a_changed_migration_is_refused()
    {
        await ExecuteAsync("UPDATE schema_migration SET checksum = 'x' WHERE name = '0001_accounts'");
        Should.Throw<CannotStart>(() => Open().Dispose()).Message.ShouldContain("0001_accounts");
        await ExecuteAsync("DELETE FROM schema_migration WHERE name = '0001_accounts'");
        await ExecuteAsync("INSERT INTO schema_migration VALUES ('9999_future', 'x', 0)");
        Should.Throw<CannotStart>(() => Open().Dispose()).Message.ShouldContain("9999_future");

        Task ExecuteAsync(string sql) => _database.WriteAsync((connection, _) => connection.ExecuteAsync(sql), Ct);
    }

    [Fact]
    public async Task Many_openings_of_an_empty_folder_at_once_make_one_database()
    {
        using var temp = new TempFolder();
        var path = Path.Combine(temp.Path, "data");
        var keys = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => Task.Run(() =>
        {
            var folder = DataFolder.Open(path);
            using var database = SqliteDatabase.Open(folder, TimeProvider.System);
            return Convert.ToHexString(folder.Key("some", 32));
        }, Ct)));
        keys.Distinct().Count().ShouldBe(1);
        Directory.GetFiles(Path.Combine(path, "keys")).Length.ShouldBe(1);
    }

    public void Dispose()
    {
        _database.Dispose();
        _temp.Dispose();
    }

    SqliteDatabase Open() => SqliteDatabase.Open(DataFolder.Open(_temp.Path), TimeProvider.System);

    static Task<int> AddAsync(SqliteDatabase database, int i, bool durable = true) =>
        database.WriteAsync(
            (connection, transaction) => connection.ExecuteAsync("INSERT INTO n VALUES (@i)", new { i }, transaction), Ct, durable);

    static Task<long> CountAsync(SqliteDatabase database) =>
        database.ReadAsync(connection => connection.ExecuteScalarAsync<long>("SELECT count(*) FROM n"), Ct);
}
