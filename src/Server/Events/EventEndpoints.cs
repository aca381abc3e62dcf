using System.Globalization;
using Espalier.Server.Access;
using Espalier.Server.Http;
using Espalier.Server.Http.Requests;

namespace Espalier.Server.Events;

/// <summary>What happens in a tenant, as it happens.</summary>
public static class EventEndpoints
{
    const string LastEventId = "lastEventId";

    public static void MapEvents(this IEndpointRouteBuilder own) =>
        own.MapGet("/events", ListenAsync).WithMetadata(LongLived.Mark)
            .WithTags("Events").WithName("listenToEvents").WithSummary("Hear of what happens, as it happens.");

    static async Task<IResult> ListenAsync(HttpContext context, Caller caller, EventStream stream, CancellationToken ct)
    {
        var problems = new Problems();
        var query = new RequestQuery(context, problems);
        var topics = EventTopics.Read(query);
        // A browser that comes back says it in a header; a new one cannot set headers.
        long? last = query.Has(LastEventId) ? query.Integer(LastEventId, 0, 0, long.MaxValue) : null;
        problems.ThrowIfAny();
        if (long.TryParse(context.Request.Headers["Last-Event-ID"], NumberStyles.None, CultureInfo.InvariantCulture, out var heard))
            last = heard;
        await stream.RunAsync(context, caller, topics, last, ct);
        return Results.Empty;
    }
}
