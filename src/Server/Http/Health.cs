using Dapper;
using Espalier.Server.Storage;

namespace Espalier.Server.Http;

/// <summary>Says whether the server can answer, which it cannot without its database.</summary>
public static class Health
{
    public static void MapHealth(this IEndpointRouteBuilder app) =>
        app.MapGet("/health", CheckAsync).WithTags("Server").WithName("health").WithSummary("Whether the server works.");

    static async Task<IResult> CheckAsync(IDatabase database, CancellationToken ct)
    {
        await database.ReadAsync(connection => connection.ExecuteScalarAsync<int>("SELECT 1"), ct);
        return TypedResults.Ok(new HealthState("ok"));
    }
}

/// <summary>The answer of the health check.</summary>
public sealed record HealthState(string Status);
