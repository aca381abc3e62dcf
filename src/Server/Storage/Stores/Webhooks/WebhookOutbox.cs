using System.Data.Common;
using Dapper;
using Espalier.Server.Http;
using Espalier.Server.Webhooks;

namespace Espalier.Server.Storage.Stores.Webhooks;

/// <summary>
/// Where events are put down, in the transaction of what they tell: they are kept if and only if that is. Costs a look into
/// an index when nobody wants to be told.
/// </summary>
static class WebhookOutbox
{
    public static Task<int> AddAsync(WebhookEvent happened, DbConnection connection, DbTransaction transaction) =>
        connection.ExecuteAsync("""
            INSERT INTO webhook_delivery (tenant_id, webhook_id, event_id, event_type, payload, created_at, status, tries, due_at)
            SELECT w.tenant_id, w.webhook_id, @eventId, e.event_type, @payload, @at, 'pending', 0, @at
            FROM webhook_event e
            JOIN webhook w ON w.tenant_id = e.tenant_id AND w.webhook_id = e.webhook_id
            WHERE e.tenant_id = @TenantId AND e.event_type = @Type AND w.status = 'active'
            """,
            new
            {
                happened.TenantId,
                happened.Type,
                eventId = Ids.Print(happened.EventId),
                payload = happened.Write(),
                at = happened.At.ToUnixTimeMilliseconds(),
            },
            transaction);
}
