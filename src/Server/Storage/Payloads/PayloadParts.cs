using System.Data.Common;
using Dapper;
using Espalier.Server.Http;

namespace Espalier.Server.Storage.Payloads;

/// <summary>
/// The parts of large payloads. Each part is a small write of its own, so that others get their turn between them.
/// Until <see cref="KeepAsync"/>, in the transaction that refers to it, a payload is loose: a crash leaves it so, and the
/// sweep deletes it.
/// </summary>
public sealed class PayloadParts(IDatabase database, TimeProvider time)
{
    /// <summary>Bytes of a part. Others wait while one is written, and distributed engines like values below 1 MB.</summary>
    public const int PartBytes = 256 * 1024;

    /// <summary>A payload that nobody has touched for so long is nobody's.</summary>
    public static readonly TimeSpan LooseFor = TimeSpan.FromHours(1);

    const int PartsPerDelete = 8;

    public static string NewId() => Ids.Print(Guid.NewGuid());

    public Task WriteAsync(string tenantId, string payloadId, int part, ReadOnlyMemory<byte> bytes, uint checksum, CancellationToken ct) =>
        database.WriteAsync(
            async (connection, transaction) =>
            {
                await connection.ExecuteAsync("""
                    INSERT INTO log_loose_payload (tenant_id, payload_id, touched_at) VALUES (@tenantId, @payloadId, @now)
                    ON CONFLICT (tenant_id, payload_id) DO UPDATE SET touched_at = @now
                    """,
                    new { tenantId, payloadId, now = Now }, transaction);
                return await connection.ExecuteAsync("""
                    INSERT INTO log_part (tenant_id, payload_id, part, checksum, bytes)
                    VALUES (@tenantId, @payloadId, @part, @checksum, @bytes)
                    """,
                    new { tenantId, payloadId, part, checksum = (long)checksum, bytes = bytes.ToArray() }, transaction);
            },
            ct, durable: false);

    /// <summary>Makes the payload belong to what this transaction writes. False when it was swept away meanwhile.</summary>
    public static async Task<bool> KeepAsync(
        string tenantId, string payloadId, DbConnection connection, DbTransaction transaction) =>
        await connection.ExecuteAsync(
            "DELETE FROM log_loose_payload WHERE tenant_id = @tenantId AND payload_id = @payloadId",
            new { tenantId, payloadId }, transaction) == 1;

    /// <summary>Lets go of a payload that this transaction stops referring to; <see cref="DeleteAsync"/> comes after it.</summary>
    public static Task LoosenAsync(
        string tenantId, string payloadId, DbConnection connection, DbTransaction transaction) =>
        connection.ExecuteAsync(
            "INSERT INTO log_loose_payload (tenant_id, payload_id, touched_at) VALUES (@tenantId, @payloadId, 0)",
            new { tenantId, payloadId }, transaction);

    /// <returns>The part and the payload's checksum up to its end; null when it is not there.</returns>
    public static async Task<(byte[] Bytes, uint Checksum)?> ReadAsync(
        string tenantId, string payloadId, int part, DbConnection connection)
    {
        var row = await connection.QuerySingleOrDefaultAsync<Part>(
            "SELECT bytes AS Bytes, checksum AS Checksum FROM log_part WHERE tenant_id = @tenantId AND payload_id = @payloadId AND part = @part",
            new { tenantId, payloadId, part });
        return row is null ? null : (row.Bytes, (uint)row.Checksum);
    }

    /// <summary>Deletes a loose payload in small steps; interrupted, the sweep goes on with it. One that was kept stays.</summary>
    public async Task DeleteAsync(string tenantId, string payloadId, CancellationToken ct)
    {
        for (var upTo = PartsPerDelete; ; upTo += PartsPerDelete)
        {
            var more = await database.WriteAsync(
                async (connection, transaction) =>
                {
                    var isLoose = await connection.ExecuteScalarAsync<long>(
                        "SELECT COUNT(*) FROM log_loose_payload WHERE tenant_id = @tenantId AND payload_id = @payloadId",
                        new { tenantId, payloadId }, transaction) == 1;
                    if (!isLoose)
                        return false;
                    await connection.ExecuteAsync(
                        "DELETE FROM log_part WHERE tenant_id = @tenantId AND payload_id = @payloadId AND part < @upTo",
                        new { tenantId, payloadId, upTo }, transaction);
                    var left = await connection.ExecuteScalarAsync<long>(
                        "SELECT COUNT(*) FROM log_part WHERE tenant_id = @tenantId AND payload_id = @payloadId",
                        new { tenantId, payloadId }, transaction);
                    if (left == 0)
                        await KeepAsync(tenantId, payloadId, connection, transaction);
                    return left > 0;
                },
                ct, durable: false);
            if (!more)
                return;
        }
    }

    /// <summary>Deletes the payloads that have been loose for too long; tells how many.</summary>
    public async Task<int> SweepAsync(CancellationToken ct)
    {
        var before = Now - (long)LooseFor.TotalMilliseconds;
        var loose = await database.ReadAsync(
            connection => connection.QueryAsync<(string TenantId, string PayloadId)>(
                "SELECT tenant_id, payload_id FROM log_loose_payload WHERE touched_at < @before", new { before }),
            ct);
        var swept = 0;
        foreach (var (tenantId, payloadId) in loose)
        {
            await DeleteAsync(tenantId, payloadId, ct);
            swept++;
        }
        return swept;
    }

    long Now => time.GetUtcNow().ToUnixTimeMilliseconds();

    sealed class Part
    {
        public required byte[] Bytes { get; init; }
        public required long Checksum { get; init; }
    }
}
