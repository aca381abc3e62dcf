using Espalier.Server.Http;
using Espalier.Server.Http.Requests;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Espalier.Server.Access;

/// <summary>The accounts of a tenant, for its admins.</summary>
public static class UserEndpoints
{
    public static void MapUsers(this IEndpointRouteBuilder own)
    {
        own.MapGet("/users", ListAsync).WithTags("Users").WithName("listUsers").WithSummary("List the tenant's users.");
        own.MapPost("/users", SaveManyAsync).WithTags("Users").WithName("saveUsers").WithSummary("Make or change many users.");
        own.MapPut("/users/{email}", SaveAsync).WithTags("Users").WithName("saveUser").WithSummary("Make or change a user.");
        own.MapDelete("/users/{email}", DeleteAsync).WithTags("Users").WithName("deleteUser").WithSummary("Take a user's account away.");
    }

    static async Task<Ok<UserResource[]>> ListAsync(Caller caller, UserService users, CancellationToken ct) =>
        TypedResults.Ok<UserResource[]>([.. (await users.ListAsync(caller, ct)).Select(UserResource.Of)]);

    static async Task<JsonHttpResult<UserResource>> SaveAsync(
        string email, HttpContext context, Caller caller, UserService users, CancellationToken ct)
    {
        var problems = new Problems();
        var body = await JsonBody.RequiredAsync(context, problems, ct);
        var (account, isNew) = await users.SaveAsync(caller, email, body, problems, ct);
        return TypedResults.Json(UserResource.Of(account), contentType: Json.ContentType,
            statusCode: isNew ? StatusCodes.Status201Created : StatusCodes.Status200OK);
    }

    static async Task<Ok<SavedUsers>> SaveManyAsync(HttpContext context, Caller caller, UserService users, CancellationToken ct)
    {
        var problems = new Problems();
        var body = await JsonBody.RequiredAsync(context, problems, ct);
        var saved = await users.SaveManyAsync(caller, body, problems, ct);
        return TypedResults.Ok(new SavedUsers(
            saved.Count(user => user.IsNew), saved.Count(user => !user.IsNew), [.. saved.Select(user => new SavedUser(user.Account.Email, user.IsNew))]));
    }

    static async Task<NoContent> DeleteAsync(string email, Caller caller, UserService users, CancellationToken ct)
    {
        await users.DeleteAsync(caller, email, ct);
        return TypedResults.NoContent();
    }
}
