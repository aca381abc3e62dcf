using System.Data.Common;
using System.Security.Cryptography;
using System.Text;
using Dapper;

namespace Espalier.Server.Storage;

/// <summary>
/// Applies the numbered SQL files that the database lacks, all in one transaction that keeps other processes out.
/// What was applied is remembered with its checksum: a file that changed afterwards is told, not guessed about.
/// </summary>
public static class Migrator
{
    public static void Run(DbConnection connection, Dialect dialect, TimeProvider time)
    {
        // Takes the database's write lock at once, so that a second process waits here and then finds all done.
        using var transaction = connection.BeginTransaction();
        Apply(connection, Files(dialect), time.GetUtcNow().ToUnixTimeMilliseconds());
        transaction.Commit();
    }

    static void Apply(DbConnection connection, IReadOnlyList<Migration> files, long now)
    {
        connection.Execute("""
            CREATE TABLE IF NOT EXISTS schema_migration (
                name TEXT NOT NULL PRIMARY KEY, checksum TEXT NOT NULL, applied_at BIGINT NOT NULL)
            """);
        var applied = connection.Query<(string Name, string Checksum)>("SELECT name, checksum FROM schema_migration")
            .ToDictionary(row => row.Name, row => row.Checksum);

        foreach (var name in applied.Keys.Except(files.Select(file => file.Name)).Order())
            throw new CannotStart($"the database was made by a newer version: it has {name}, which this version does not know");

        foreach (var file in files)
        {
            if (!applied.TryGetValue(file.Name, out var checksum))
            {
                connection.Execute(file.Sql);
                connection.Execute(
                    "INSERT INTO schema_migration (name, checksum, applied_at) VALUES (@Name, @Checksum, @now)",
                    new { file.Name, file.Checksum, now });
            }
            else if (checksum != file.Checksum)
                throw new CannotStart($"the database was made with another {file.Name} than this version's");
        }
    }

    static List<Migration> Files(Dialect dialect)
    {
        const string folder = "db/";
        var ending = $".{dialect.Name}.sql";
        var assembly = typeof(Migrator).Assembly;
        return
        [
            .. from resource in assembly.GetManifestResourceNames()
               where resource.StartsWith(folder, StringComparison.Ordinal)
                     && resource.EndsWith(ending, StringComparison.Ordinal)
               orderby resource
               select Migration.Read(resource[folder.Length..^ending.Length], assembly.GetManifestResourceStream(resource)!),
        ];
    }

    sealed record Migration(string Name, string Sql, string Checksum)
    {
        public static Migration Read(string name, Stream stream)
        {
            using var reader = new StreamReader(stream);
            var sql = reader.ReadToEnd();
            return new(name, sql, Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(sql))));
        }
    }
}
