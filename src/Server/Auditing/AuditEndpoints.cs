using Espalier.Server.Access;
using Espalier.Server.Http;
using Espalier.Server.Http.Requests;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Espalier.Server.Auditing;

/// <summary>The audit of a tenant, for its admins.</summary>
public static class AuditEndpoints
{
    public static void MapAudit(this IEndpointRouteBuilder own) =>
        own.MapGet("/audit", ListAsync).WithTags("Administration").WithName("listAudit").WithSummary("List who did what to the tenant.");

    static async Task<Ok<AuditPage>> ListAsync(HttpContext context, Caller caller, AuditLog audit, CancellationToken ct)
    {
        var problems = new Problems();
        var query = new RequestQuery(context, problems);
        var kinds = query.Many("kind");
        if (kinds.Any(kind => !AuditKinds.All.Contains(kind, StringComparer.Ordinal)))
            query.Problem("kind", Errors.FieldMustBeOneOf(AuditKinds.All));
        var asked = new AuditQuery(
            query.Time("from"), query.Time("to"), query.Text("person"), kinds,
            query.Integer("offset", 0, 0, long.MaxValue), (int)query.Integer("limit", 100, 1, 1000));
        problems.ThrowIfAny();
        var (total, entries) = await audit.FindAsync(caller, asked, ct);
        return TypedResults.Ok(new AuditPage(total, asked.Offset, [.. entries.Select(AuditResource.Of)]));
    }
}
