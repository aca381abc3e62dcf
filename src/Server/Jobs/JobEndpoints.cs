using Espalier.Server.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Espalier.Server.Jobs;

/// <summary>Polling a ticket: no Authorization, its URL is signed.</summary>
public static class JobEndpoints
{
    public static void MapJobs(this IEndpointRouteBuilder root) =>
        root.MapGet(Ticket.Path, Poll).WithTags("Jobs").WithName("pollJobTicket").WithSummary("Poll a job ticket.");

    static async Task<JsonHttpResult<Ticket>> Poll(string? token, HttpResponse response, JobService jobs, CancellationToken ct)
    {
        var ticket = await jobs.FindAsync(token, ct);
        response.Headers.CacheControl = "no-store";
        return TypedResults.Json(ticket, contentType: Json.ContentType);
    }
}
