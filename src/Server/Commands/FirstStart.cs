using Espalier.Server.Access;
using Espalier.Server.Access.Links;
using Espalier.Server.Http;
using Espalier.Server.Tenants;
using Microsoft.Extensions.Options;

namespace Espalier.Server.Commands;

/// <summary>Something that fills a new installation, in the name of its first user, while the server is listening.</summary>
public interface IFirstStart
{
    /// <returns>A dataset worth looking at, if it made one.</returns>
    Task<Guid?> PrepareAsync(Caller admin, CancellationToken ct);
}

/// <summary>
/// Makes an empty installation usable: a tenant, its admin, a token, what others have to add, and three commands to
/// paste. With a tenant it does none of that. As long as nobody has a password, each start prints a link with which the
/// first administrator is made.
/// </summary>
public sealed class FirstStart(
    ITenantStore tenants, IUserStore users, Tokens tokens, IEnumerable<IFirstStart> steps, SetupService setup, IOptions<UrlOptions> urls,
    TimeProvider time)
{
    public const string TenantId = KeptTenant.FirstStart;
    public const string Admin = "admin@example.com";

    public async Task RunAsync(string url, TextWriter output, CancellationToken ct)
    {
        if (!await tenants.AnyAsync(ct))
            await FillAsync(url, output, ct);
        if (await setup.MakeCodeAsync(ct) is { } code)
        {
            var home = urls.Value.PublicUrl is { Length: > 0 } known ? known.TrimEnd('/') : Reachable(url);
            await output.WriteLineAsync($"Set up sign-in to the web app (once, within 24 hours): {home}{AppRoutes.Setup}#code={code}");
        }
    }

    async Task FillAsync(string url, TextWriter output, CancellationToken ct)
    {
        await tenants.AddAsync(new Tenant(TenantId, "Demonstration"), ct);
        await users.AddAsync(new Account(TenantId, Guid.NewGuid(), Admin, Role.Admin) { TokenAccess = true }, ct);
        var now = time.GetUtcNow();
        var token = await tokens.CreateAsync(Admin, now, now.AddYears(1), Subnets.Any, ct);

        var admin = Caller.System(TenantId, Admin);
        Guid? sample = null;
        foreach (var step in steps)
            sample = await step.PrepareAsync(admin, ct) ?? sample;

        await output.WriteLineAsync($"""

            This is the first start: there is now a tenant {TenantId} with the user {Admin}, and this token for a year:

            {token}

            Try it:

            {string.Join(Environment.NewLine, Lines(Reachable(url), token, sample))}

            """);
    }

    /// <summary>Commands that can be pasted into a shell as they are.</summary>
    /// <param name="sample">A dataset to show, if there is one.</param>
    static string[] Lines(string url, string token, Guid? sample)
    {
        var curl = $"curl -sSf -H 'Authorization: Bearer {token}'";
        var datasets = $"{url}/api/v1/{TenantId}/datasets";
        return sample is { } id
            ?
            [
                $"{curl} '{datasets}'",
                $"{curl} '{datasets}/{Ids.Print(id)}/export/csv'",
                $"{curl} -H 'Content-Type: application/json' -d '{{}}' '{datasets}/{Ids.Print(id)}/items'",
            ]
            :
            [
                $"curl -sSf '{url}/health'",
                $"curl -sSf '{url}/app/docs/openapi.json'",
                $"{curl} '{datasets}'",
            ];
    }

    /// <summary>A server that listens everywhere is asked at home.</summary>
    static string Reachable(string url)
    {
        var uri = new UriBuilder(url);
        if (uri.Host is "0.0.0.0" or "[::]")
            uri.Host = "127.0.0.1";
        return uri.Uri.GetLeftPart(UriPartial.Authority);
    }
}

/// <summary>What the first start needs.</summary>
public static class FirstStartServices
{
    public static IServiceCollection AddFirstStart(this IServiceCollection services) => services.AddSingleton<FirstStart>();
}
