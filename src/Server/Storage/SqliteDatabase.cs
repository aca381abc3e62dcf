using System.Collections.Concurrent;
using System.Data.Common;
using Espalier.Server.Storage.Dialects;
using Microsoft.Data.Sqlite;

namespace Espalier.Server.Storage;

/// <summary>
/// One SQLite file in WAL mode. Writes that must be durable go through a connection that syncs the log at each commit;
/// the others through one that does not: they share the log, so the next durable commit carries them to disk.
/// </summary>
public sealed class SqliteDatabase : IDatabase, IDisposable
{
    const int IdleReaders = 16;
    const int BusySeconds = 10;

    // A SemaphoreSlim lets waiters in by order of arrival when they wait asynchronously.
    readonly SemaphoreSlim _writing = new(1, 1);
    readonly ConcurrentBag<SqliteConnection> _readers = [];
    readonly SqliteConnection _durable;
    readonly SqliteConnection _lazy;
    readonly string _path;

    SqliteDatabase(string path)
    {
        _path = path;
        _durable = Connect("PRAGMA synchronous=FULL; PRAGMA foreign_keys=ON; PRAGMA cache_size=-16384");
        _lazy = Connect("PRAGMA synchronous=NORMAL; PRAGMA foreign_keys=ON; PRAGMA cache_size=-4096");
    }

    public Dialect Dialect { get; } = new SqliteDialect();

    /// <summary>Opens the folder's database and brings its tables up to date.</summary>
    public static SqliteDatabase Open(DataFolder folder, TimeProvider time)
    {
        try
        {
            var database = new SqliteDatabase(folder.Database);
            Migrator.Run(database._durable, database.Dialect, time);
            return database;
        }
        catch (SqliteException e)
        {
            throw new CannotStart($"the database {folder.Database} cannot be used: {e.Message}");
        }
    }

    public async Task<T> ReadAsync<T>(Func<DbConnection, Task<T>> read, CancellationToken ct)
    {
        ct.ThrowIfCancellationRequested();
        if (!_readers.TryTake(out var connection))
            connection = Connect("PRAGMA query_only=ON; PRAGMA cache_size=-4096");
        try
        {
            return await read(connection);
        }
        finally
        {
            if (_readers.Count < IdleReaders)
                _readers.Add(connection);
            else
                await connection.DisposeAsync();
        }
    }

    public async Task<T> WriteAsync<T>(
        Func<DbConnection, DbTransaction, Task<T>> work, CancellationToken ct, bool durable = true)
    {
        await _writing.WaitAsync(ct);
        try
        {
            var connection = durable ? _durable : _lazy;
            await using var transaction = connection.BeginTransaction(deferred: false);
            var result = await work(connection, transaction);
            await transaction.CommitAsync(CancellationToken.None);
            return result;
        }
        finally
        {
            _writing.Release();
        }
    }

    public void Dispose()
    {
        while (_readers.TryTake(out var reader))
            reader.Dispose();
        _lazy.Dispose();
        _durable.Dispose();
        _writing.Dispose();
    }

    SqliteConnection Connect(string pragmas)
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder
        {
            DataSource = _path,
            Pooling = false,
            DefaultTimeout = BusySeconds,
        }.ToString());
        connection.Open();

        using var command = connection.CreateCommand();
        command.CommandText = $"""
            PRAGMA busy_timeout={BusySeconds * 1000};
            PRAGMA journal_mode=WAL;
            PRAGMA journal_size_limit=67108864;
            {pragmas}
            """;
        command.ExecuteNonQuery();
        return connection;
    }
}
