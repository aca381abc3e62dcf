using Espalier.Server.Access;
using Espalier.Server.Http;
using Espalier.Server.Http.Requests;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Espalier.Server.Jobs.Listing;

/// <summary>The jobs of a tenant: one's own, and for admins all.</summary>
public static class JobListEndpoints
{
    const string Tag = "Jobs";
    const string One = "/jobs/{jobId}";

    public static void MapJobList(this IEndpointRouteBuilder own)
    {
        own.MapGet("/jobs", ListAsync).WithTags(Tag).WithName("listJobs").WithSummary("List the jobs.");
        own.MapGet(One, ShowAsync).WithTags(Tag).WithName("retrieveJob").WithSummary("Show a job.");
        own.MapPost($"{One}/cancel", CancelAsync).WithTags(Tag).WithName("cancelJob").WithSummary("Ask for a job's end.");
        own.MapGet($"{One}/rows", RowsAsync).WithTags(Tag).WithName("listJobRows").WithSummary("List what became of an import's rows.");
    }

    static async Task<Ok<JobPage>> ListAsync(HttpContext context, Caller caller, JobBoard jobs, CancellationToken ct)
    {
        var problems = new Problems();
        var query = new RequestQuery(context, problems);
        var states = query.Many("state");
        if (states.Any(state => !JobView.States.Contains(state, StringComparer.Ordinal)))
            query.Problem("state", Errors.FieldMustBeOneOf(JobView.States));
        var (mine, offset, limit) = (query.Bool("mine", false), query.Integer("offset", 0, 0, long.MaxValue), (int)query.Integer("limit", 100, 1, 1000));
        problems.ThrowIfAny();
        var (total, found) = await jobs.ListAsync(caller, mine, states, offset, limit, ct);
        return TypedResults.Ok(new JobPage(total, offset, [.. found.Select(JobResource.Of)]));
    }

    static async Task<Ok<JobResource>> ShowAsync(string jobId, HttpContext context, Caller caller, JobBoard jobs, CancellationToken ct) =>
        TypedResults.Ok(JobResource.WithAll(await jobs.FindAsync(caller, IdOf(context, nameof(jobId)), ct)));

    static async Task<JsonHttpResult<JobResource>> CancelAsync(string jobId, HttpContext context, Caller caller, JobBoard jobs, CancellationToken ct) =>
        TypedResults.Json(JobResource.Of(await jobs.CancelAsync(caller, IdOf(context, nameof(jobId)), ct)), contentType: Json.ContentType,
            statusCode: StatusCodes.Status202Accepted);

    static async Task<Ok<ResultPage>> RowsAsync(
        string jobId, HttpContext context, Caller caller, JobBoard jobs, ResultRows rows, CancellationToken ct)
    {
        var problems = new Problems();
        var id = PathIds.Uuid(context, nameof(jobId), problems);
        var query = new RequestQuery(context, problems);
        var status = query.Text("status");
        if (status is not null && !ResultRows.Statuses.Contains(status, StringComparer.Ordinal))
            query.Problem("status", Errors.FieldMustBeOneOf(ResultRows.Statuses));
        var (cause, offset, limit) = (query.Text("cause"), query.Integer("offset", 0, 0, long.MaxValue), (int)query.Integer("limit", 100, 1, 1000));
        problems.ThrowIfAny();
        return TypedResults.Ok(await rows.ReadAsync(await jobs.FindAsync(caller, id, ct), status, cause, offset, limit, ct));
    }

    static Guid IdOf(HttpContext context, string name)
    {
        var problems = new Problems();
        var id = PathIds.Uuid(context, name, problems);
        problems.ThrowIfAny();
        return id;
    }
}
