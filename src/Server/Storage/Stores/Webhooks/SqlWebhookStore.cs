using System.Data.Common;
using Dapper;
using Espalier.Server.Http;
using Espalier.Server.Webhooks;

namespace Espalier.Server.Storage.Stores.Webhooks;

/// <summary>
/// Webhooks and their deliveries in SQL. How a try went is written without a sync: what is lost with the machine's power is
/// sent again, and no commit waits for it.
/// </summary>
sealed class SqlWebhookStore(IDatabase database) : IWebhookStore
{
    public async Task<IReadOnlyList<Webhook>> ListAsync(string tenantId, CancellationToken ct) =>
        await database.ReadAsync(connection => QueryAsync("w.tenant_id = @tenantId", new { tenantId }, connection), ct);

    public async Task<Webhook?> FindAsync(string tenantId, Guid webhookId, CancellationToken ct) =>
        (await database.ReadAsync(
            connection => QueryAsync("w.tenant_id = @tenantId AND w.webhook_id = @id", new { tenantId, id = Ids.Print(webhookId) }, connection), ct))
        .SingleOrDefault();

    // The write lock is held from the transaction's start, so nobody adds one between the count and the insert.
    public Task<bool> AddAsync(Webhook webhook, int most, CancellationToken ct) =>
        database.WriteAsync(
            async (connection, transaction) =>
            {
                var added = await connection.ExecuteAsync("""
                    INSERT INTO webhook (tenant_id, webhook_id, url, status, secret, created_at, created_by, modified_at, busy_until)
                    SELECT @TenantId, @id, @Url, @status, @SealedSecret, @created, @CreatedBy, @created, 0
                    WHERE (SELECT COUNT(*) FROM webhook WHERE tenant_id = @TenantId) < @most
                    """,
                    new
                    {
                        webhook.TenantId,
                        id = Ids.Print(webhook.WebhookId),
                        webhook.Url,
                        status = WebhookRow.Print(webhook.Status),
                        webhook.SealedSecret,
                        created = webhook.CreatedAt.ToUnixTimeMilliseconds(),
                        webhook.CreatedBy,
                        most,
                    },
                    transaction) == 1;
                if (added)
                    await WriteEventsAsync(webhook, connection, transaction);
                return added;
            },
            ct);

    public Task<bool> UpdateAsync(Webhook webhook, CancellationToken ct) =>
        database.WriteAsync(
            async (connection, transaction) =>
            {
                var id = Ids.Print(webhook.WebhookId);
                var isThere = await connection.ExecuteAsync(
                    "UPDATE webhook SET url = @Url, status = @status, modified_at = @modified WHERE tenant_id = @TenantId AND webhook_id = @id",
                    new
                    {
                        webhook.TenantId,
                        id,
                        webhook.Url,
                        status = WebhookRow.Print(webhook.Status),
                        modified = webhook.ModifiedAt.ToUnixTimeMilliseconds(),
                    },
                    transaction) == 1;
                if (!isThere)
                    return false;
                await connection.ExecuteAsync(
                    "DELETE FROM webhook_event WHERE tenant_id = @TenantId AND webhook_id = @id", new { webhook.TenantId, id }, transaction);
                await WriteEventsAsync(webhook, connection, transaction);
                if (webhook.Status != WebhookStatus.Active)
                    await DropAsync(webhook.TenantId, id, connection, transaction);
                return true;
            },
            ct);

    public Task<bool> DeleteAsync(string tenantId, Guid webhookId, CancellationToken ct) =>
        database.WriteAsync(
            async (connection, transaction) =>
            {
                var values = new { tenantId, id = Ids.Print(webhookId) };
                await connection.ExecuteAsync("DELETE FROM webhook_event WHERE tenant_id = @tenantId AND webhook_id = @id", values, transaction);
                await connection.ExecuteAsync("DELETE FROM webhook_delivery WHERE tenant_id = @tenantId AND webhook_id = @id", values, transaction);
                return await connection.ExecuteAsync(
                    "DELETE FROM webhook WHERE tenant_id = @tenantId AND webhook_id = @id", values, transaction) == 1;
            },
            ct);

    public async Task<IReadOnlyList<Delivery>> DeliveriesAsync(
        string tenantId, Guid webhookId, long offset, long limit, CancellationToken ct) =>
        [.. (await database.ReadAsync(
            connection => connection.QueryAsync<DeliveryRow>($"""
                SELECT {DeliveryRow.Columns} FROM webhook_delivery
                WHERE tenant_id = @tenantId AND webhook_id = @id ORDER BY created_at DESC, event_id LIMIT @limit OFFSET @offset
                """,
                new { tenantId, id = Ids.Print(webhookId), limit, offset }),
            ct)).Select(row => row.ToDelivery())];

    public Task AddDeliveryAsync(Delivery delivery, CancellationToken ct) =>
        database.WriteAsync(
            (connection, transaction) => connection.ExecuteAsync("""
                INSERT INTO webhook_delivery (tenant_id, webhook_id, event_id, event_type, payload, created_at, status, tries,
                                              tried_at, due_at, answer, trouble)
                SELECT tenant_id, webhook_id, @eventId, @EventType, @Payload, @created, @status, @Tries, @tried, @due, @Answer, @Trouble
                FROM webhook WHERE tenant_id = @TenantId AND webhook_id = @id
                """,
                DeliveryRow.ValuesOf(delivery), transaction),
            ct, durable: false);

    public async Task<IReadOnlyList<Webhook>> ClaimAsync(DateTimeOffset now, DateTimeOffset until, int most, CancellationToken ct)
    {
        const string Due = """
            SELECT w.tenant_id, w.webhook_id FROM webhook w
            WHERE w.status = 'active' AND w.busy_until <= @now AND EXISTS (
                SELECT 1 FROM webhook_delivery d
                WHERE d.tenant_id = w.tenant_id AND d.webhook_id = w.webhook_id AND d.status = 'pending' AND d.due_at <= @now)
            """;
        var values = new { now = now.ToUnixTimeMilliseconds(), until = until.ToUnixTimeMilliseconds(), most };

        // Most looks find nothing: they do not take a turn among the writes.
        if (!await database.ReadAsync(
                async connection => await connection.ExecuteScalarAsync<long>($"SELECT COUNT(*) FROM ({Due} LIMIT 1) n", values) > 0, ct))
            return [];
        return await database.WriteAsync<IReadOnlyList<Webhook>>(
            async (connection, transaction) =>
            {
                var taken = (await connection.QueryAsync<(string TenantId, string WebhookId)>($"""
                    UPDATE webhook SET busy_until = @until
                    WHERE (tenant_id, webhook_id) IN ({Due} ORDER BY w.busy_until LIMIT @most {database.Dialect.ForUpdateSkipLocked})
                    RETURNING tenant_id, webhook_id
                    """,
                    values, transaction)).AsList();
                var webhooks = new List<Webhook>();
                foreach (var (tenantId, id) in taken)
                    webhooks.AddRange(await QueryAsync("w.tenant_id = @tenantId AND w.webhook_id = @id", new { tenantId, id }, connection));
                return webhooks;
            },
            ct, durable: false);
    }

    public Task ReleaseAsync(Webhook webhook, CancellationToken ct) =>
        database.WriteAsync(
            (connection, transaction) => connection.ExecuteAsync(
                "UPDATE webhook SET busy_until = 0 WHERE tenant_id = @TenantId AND webhook_id = @id",
                new { webhook.TenantId, id = Ids.Print(webhook.WebhookId) }, transaction),
            ct, durable: false);

    public async Task<Delivery?> NextAsync(Webhook webhook, DateTimeOffset now, CancellationToken ct) =>
        (await database.ReadAsync(
            connection => connection.QuerySingleOrDefaultAsync<DeliveryRow>($"""
                SELECT {DeliveryRow.Columns} FROM webhook_delivery d
                WHERE tenant_id = @TenantId AND webhook_id = @id AND status = 'pending' AND due_at <= @now
                  AND EXISTS (SELECT 1 FROM webhook w WHERE w.tenant_id = @TenantId AND w.webhook_id = @id AND w.status = 'active')
                ORDER BY due_at LIMIT 1
                """,
                new { webhook.TenantId, id = Ids.Print(webhook.WebhookId), now = now.ToUnixTimeMilliseconds() }),
            ct))?.ToDelivery();

    public Task NoteAsync(Delivery tried, DateTimeOffset busyUntil, CancellationToken ct) =>
        database.WriteAsync(
            async (connection, transaction) =>
            {
                // What was dropped meanwhile stays dropped, unless it arrived.
                await connection.ExecuteAsync("""
                    UPDATE webhook_delivery SET status = @status, tries = @Tries, tried_at = @tried, due_at = @due, answer = @Answer, trouble = @Trouble
                    WHERE tenant_id = @TenantId AND webhook_id = @id AND event_id = @eventId AND (status = 'pending' OR @status = 'delivered')
                    """,
                    DeliveryRow.ValuesOf(tried), transaction);
                return await connection.ExecuteAsync("""
                    UPDATE webhook SET busy_until = @until, delivered_at = CASE WHEN @arrived = 1 THEN @at ELSE delivered_at END
                    WHERE tenant_id = @TenantId AND webhook_id = @id
                    """,
                    new
                    {
                        tried.TenantId,
                        id = Ids.Print(tried.WebhookId),
                        until = busyUntil.ToUnixTimeMilliseconds(),
                        arrived = tried.Status == DeliveryStatus.Delivered ? 1 : 0,
                        at = tried.TriedAt?.ToUnixTimeMilliseconds(),
                    },
                    transaction);
            },
            ct, durable: false);

    public Task<bool> SuspendAsync(Delivery failed, bool isGivenUp, int mostPending, DateTimeOffset now, CancellationToken ct) =>
        database.WriteAsync(
            async (connection, transaction) =>
            {
                var id = Ids.Print(failed.WebhookId);
                var isSuspended = await connection.ExecuteAsync("""
                    UPDATE webhook SET status = 'suspended', modified_at = @now
                    WHERE tenant_id = @TenantId AND webhook_id = @id AND status = 'active'
                      AND ((@isGivenUp = 1 AND (delivered_at IS NULL OR delivered_at < @created))
                           OR (SELECT COUNT(*) FROM webhook_delivery d
                               WHERE d.tenant_id = @TenantId AND d.webhook_id = @id AND d.status = 'pending') > @mostPending)
                    """,
                    new
                    {
                        failed.TenantId,
                        id,
                        isGivenUp = isGivenUp ? 1 : 0,
                        created = failed.CreatedAt.ToUnixTimeMilliseconds(),
                        mostPending,
                        now = now.ToUnixTimeMilliseconds(),
                    },
                    transaction) == 1;
                if (isSuspended)
                    await DropAsync(failed.TenantId, id, connection, transaction);
                return isSuspended;
            },
            ct, durable: false);

    public Task<int> ForgetAsync(DateTimeOffset before, CancellationToken ct) =>
        database.WriteAsync(
            (connection, transaction) => connection.ExecuteAsync(
                "DELETE FROM webhook_delivery WHERE created_at < @before AND status <> 'pending'",
                new { before = before.ToUnixTimeMilliseconds() }, transaction),
            ct, durable: false);

    static async Task<IReadOnlyList<Webhook>> QueryAsync(string condition, object values, DbConnection connection)
    {
        var rows = await connection.QueryAsync<WebhookRow>(
            $"SELECT {WebhookRow.Columns} FROM webhook w WHERE {condition} ORDER BY w.created_at, w.webhook_id", values);
        var events = (await connection.QueryAsync<(string WebhookId, string Type)>(
            $"SELECT w.webhook_id, w.event_type FROM webhook_event w WHERE {condition}", values)).ToLookup(row => row.WebhookId, row => row.Type);
        return [.. rows.Select(row => row.ToWebhook(events[row.WebhookId]))];
    }

    static Task<int> WriteEventsAsync(Webhook webhook, DbConnection connection, DbTransaction transaction) =>
        connection.ExecuteAsync(
            "INSERT INTO webhook_event (tenant_id, event_type, webhook_id) VALUES (@TenantId, @type, @id)",
            webhook.Events.Select(type => new { webhook.TenantId, type, id = Ids.Print(webhook.WebhookId) }), transaction);

    static Task<int> DropAsync(string tenantId, string id, DbConnection connection, DbTransaction transaction) =>
        connection.ExecuteAsync(
            "UPDATE webhook_delivery SET status = 'dropped' WHERE tenant_id = @tenantId AND webhook_id = @id AND status = 'pending'",
            new { tenantId, id }, transaction);
}
