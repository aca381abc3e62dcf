using System.Globalization;
using Espalier.Server.Access;
using Espalier.Server.Http;
using Espalier.Server.Http.Requests;
using Espalier.Server.Tenants;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Espalier.Server.Quotas;

/// <summary>How much of the API a tenant uses, for its admins.</summary>
public static class UsageEndpoints
{
    const int MostDays = 400;

    public static void MapUsage(this IEndpointRouteBuilder own) =>
        own.MapGet("/usage", ShowAsync).WithTags("Administration").WithName("retrieveUsage").WithSummary("Show the tenant's use of the API.");

    static async Task<Ok<TenantUsage>> ShowAsync(
        HttpContext context, Caller caller, TenantService tenants, TenantGate gate, DailyCounts counts, TimeProvider time, CancellationToken ct)
    {
        var problems = new Problems();
        var days = (int)new RequestQuery(context, problems).Integer("days", 30, 1, MostDays);
        problems.ThrowIfAny();
        if (caller.Role != Role.Admin)
            throw new Refused(Errors.AdminRequired);

        var limits = gate.LimitsOf(await tenants.FindAsync(caller.TenantId, ct));
        var today = DailyCounts.DayOf(time.GetUtcNow());
        var known = (await counts.ListAsync(caller.TenantId, today - days + 1, ct)).ToDictionary(day => day.Day);
        return TypedResults.Ok(new TenantUsage(
            new(limits.PerSecond, limits.AtOnce, limits.PerDay),
            [
                .. Enumerable.Range(0, days).Select(i => today - days + 1 + i).Select(day => known.GetValueOrDefault(day) is { } used
                    ? new UsageDay(Print(day), used.Requests, used.Throttled, used.OverQuota)
                    : new UsageDay(Print(day), 0, 0, 0)),
            ]));
    }

    static string Print(long day) => DateOnly.FromDayNumber((int)(day + DateOnly.FromDateTime(DateTime.UnixEpoch).DayNumber))
        .ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
