using Espalier.Server.Access.Sessions;
using Espalier.Server.Http;
using Espalier.Server.Http.Requests;
using Espalier.Server.Tenants;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Espalier.Server.Access.ApiTokens;

/// <summary>A person's own tokens. They belong to no tenant.</summary>
public static class TokenEndpoints
{
    const string Tag = "Tokens";
    const string One = "/tokens/{jti}";

    public static void MapTokens(this IEndpointRouteBuilder installation)
    {
        installation.MapGet("/tokens", ListAsync).ForPerson(tokensToo: true)
            .WithTags(Tag).WithName("listTokens").WithSummary("List one's own tokens.");
        installation.MapPost("/tokens", CreateAsync).ForPerson(tokensToo: true)
            .WithTags(Tag).WithName("createToken").WithSummary("Make a token; the answer has it.");
        installation.MapDelete(One, RevokeAsync).ForPerson(tokensToo: true)
            .WithTags(Tag).WithName("revokeToken").WithSummary("End a token at once and for good.");
        installation.MapPost($"{One}/roll", RollAsync).ForPerson(tokensToo: true)
            .WithTags(Tag).WithName("rollToken").WithSummary("Put a new token in a token's place.");
        installation.MapGet($"{One}/usage", UsageAsync).ForPerson(tokensToo: true)
            .WithTags(Tag).WithName("retrieveTokenUsage").WithSummary("Show what a token was used for last.");
    }

    static async Task<Ok<TokenPage>> ListAsync(
        Person person, TokenService tokens, Accounts accounts, TenantService tenants, TimeProvider time, CancellationToken ct)
    {
        var (now, mayCreate) = (time.GetUtcNow(), TokenService.MayCreate(person));
        var admins = new List<TenantAdmins>();
        if (!mayCreate)
            foreach (var account in person.Accounts)
                admins.Add(new(account.TenantId, await accounts.AdminsAsync(account.TenantId, ct)));
        return TypedResults.Ok(new TokenPage(
            mayCreate,
            (person.Address is { IsIPv4MappedToIPv6: true } address ? address.MapToIPv4() : person.Address)?.ToString(),
            new(!mayCreate, !await tenants.AnyApiPlanAsync(person.Accounts.Select(account => account.TenantId), ct)),
            mayCreate ? null : admins,
            [.. (await tokens.ListAsync(person, ct)).Select(token => TokenResource.Of(token, now))]));
    }

    static async Task<JsonHttpResult<MadeToken>> CreateAsync(
        HttpContext context, Person person, TokenService tokens, TimeProvider time, CancellationToken ct)
    {
        var problems = new Problems();
        var body = await JsonBody.RequiredAsync(context, problems, ct);
        return Once(context, await tokens.CreateAsync(person, context.Features.Get<Token>(), body, problems, ct), time);
    }

    static async Task<JsonHttpResult<MadeToken>> RollAsync(
        string jti, HttpContext context, Person person, TokenService tokens, TimeProvider time, CancellationToken ct)
    {
        var problems = new Problems();
        var body = await JsonBody.RequiredAsync(context, problems, ct);
        return Once(context, await tokens.RollAsync(person, context.Features.Get<Token>(), jti, body, problems, ct), time);
    }

    static async Task<NoContent> RevokeAsync(string jti, Person person, TokenService tokens, CancellationToken ct)
    {
        await tokens.RevokeAsync(person, jti, ct);
        return TypedResults.NoContent();
    }

    static async Task<Ok<TokenUse[]>> UsageAsync(string jti, Person person, TokenService tokens, CancellationToken ct) =>
        TypedResults.Ok<TokenUse[]>([.. (await tokens.UsageAsync(person, jti, ct)).Select(TokenUse.Of)]);

    static JsonHttpResult<MadeToken> Once(HttpContext context, (Token Token, string Jwt) made, TimeProvider time)
    {
        context.Response.Headers.CacheControl = "no-store";
        return TypedResults.Json(MadeToken.Of(TokenResource.Of(made.Token, time.GetUtcNow()), made.Jwt), contentType: Json.ContentType,
            statusCode: StatusCodes.Status201Created);
    }
}
