using System.Data.Common;

namespace Espalier.Server.Storage;

/// <summary>
/// The one door to the database. Reads run side by side; writes of this process take turns in order of arrival, so that
/// nobody waits in a lock's back-off. Another process (a command beside a running server) is waited for by the driver.
/// </summary>
public interface IDatabase
{
    /// <summary>What differs between the databases.</summary>
    Dialect Dialect { get; }

    /// <summary>Reads on a connection of its own.</summary>
    Task<T> ReadAsync<T>(Func<DbConnection, Task<T>> read, CancellationToken ct);

    /// <summary>
    /// Runs the work in one transaction and commits it: when this returns, the work is on disk. An exception rolls back.
    /// </summary>
    /// <param name="durable">False lets a later durable write carry this one to disk (parts of a large payload).</param>
    Task<T> WriteAsync<T>(Func<DbConnection, DbTransaction, Task<T>> work, CancellationToken ct, bool durable = true);
}

/// <summary>What one kind of database does in its own way.</summary>
public abstract class Dialect
{
    /// <summary>The end of the migration files' names: <c>0001_init.{Name}.sql</c>.</summary>
    public abstract string Name { get; }

    /// <summary>Claims the next job that may run; see the job store.</summary>
    public abstract string ForUpdateSkipLocked { get; }
}
