using Espalier.Server.Access.Sessions;
using Espalier.Server.Http;
using Espalier.Server.Http.Requests;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Espalier.Server.Tenants;

/// <summary>The tenants of a person; all of them for admins of the installation, who make and change them.</summary>
public static class TenantEndpoints
{
    const string Tag = "Tenants";

    public static void MapTenants(this IEndpointRouteBuilder installation)
    {
        installation.MapGet("/tenants", ListAsync).ForPerson(tokensToo: true)
            .WithTags(Tag).WithName("listTenants").WithSummary("List one's tenants.");
        installation.MapPost("/tenants", CreateAsync).ForPerson(tokensToo: true)
            .WithTags(Tag).WithName("createTenant").WithSummary("Make a tenant.");
        installation.MapPatch("/tenants/{tenantId}", UpdateAsync).ForPerson(tokensToo: true)
            .WithTags(Tag).WithName("updateTenant").WithSummary("Change a tenant.");
    }

    static async Task<Ok<TenantPage>> ListAsync(Person person, TenantService tenants, CancellationToken ct) =>
        TypedResults.Ok(new TenantPage(person.IsInstallationAdmin, [.. (await tenants.ListAsync(person, ct)).Select(TenantResource.Of)]));

    static async Task<JsonHttpResult<TenantResource>> CreateAsync(HttpContext context, Person person, TenantService tenants, CancellationToken ct)
    {
        var problems = new Problems();
        var body = await JsonBody.RequiredAsync(context, problems, ct);
        return TypedResults.Json(TenantResource.Of(await tenants.CreateAsync(person, body, problems, ct)), contentType: Json.ContentType,
            statusCode: StatusCodes.Status201Created);
    }

    static async Task<Ok<TenantResource>> UpdateAsync(
        string tenantId, HttpContext context, Person person, TenantService tenants, CancellationToken ct)
    {
        var problems = new Problems();
        var body = await JsonBody.RequiredAsync(context, problems, ct);
        return TypedResults.Ok(TenantResource.Of(await tenants.UpdateAsync(person, tenantId, body, problems, ct)));
    }
}
