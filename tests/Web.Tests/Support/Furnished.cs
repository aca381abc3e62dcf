using Espalier.Web.Tests.Support;

[assembly: AssemblyFixture(typeof(Furnished))]

namespace Espalier.Web.Tests.Support;

/// <summary>
/// One installation for all tests that only look: two tenants, people, datasets with rights, a view, a draft, links, a webhook. What
/// <see cref="Reader"/> may not know of has a word in it that begins with <see cref="Secret"/>.
/// </summary>
public sealed class Furnished : IAsyncDisposable
{
    public const string Reader = "rita@example.com";
    public const string Secret = "PLANTED";
    public const string EmptyTenant = "EMPTY";

    static int _admins;

    readonly SemaphoreSlim _gate = new(1);
    Installation? _installation;

    public string OpenId { get; private set; } = "";

    public string HiddenId { get; private set; } = "";

    public string WebhookId { get; private set; } = "";

    /// <summary>Made when it is first needed: tests that are skipped need none.</summary>
    public async Task<Installation> AtAsync()
    {
        await _gate.WaitAsync(TestContext.Current.CancellationToken);
        try
        {
            if (_installation is null)
            {
                var installation = await Installation.SetUpAsync();
                await FurnishAsync(installation);
                _installation = installation;
            }
            return _installation;
        }
        finally
        {
            _gate.Release();
        }
    }

    /// <summary>
    /// A new administrator. Tests run beside each other, and the app keeps for each account what it was last used for (the tenant, the colours): a test that signs in
    /// with another's account may find itself elsewhere.
    /// </summary>
    /// <returns>The e-mail address.</returns>
    public async Task<string> AdminAsync(string tenant = "DEMO")
    {
        var at = await AtAsync();
        var email = $"admin-{Interlocked.Increment(ref _admins)}@example.com";
        await at.AskAsync("PUT", $"espalier/v1/{tenant}/users/{email}", new { role = "admin", groups = Array.Empty<string>(), tokenAccess = true });
        await AcceptAsync(at, tenant, email);
        return email;
    }

    public async ValueTask DisposeAsync()
    {
        if (_installation is not null)
            await _installation.DisposeAsync();
        _gate.Dispose();
    }

    async Task FurnishAsync(Installation at)
    {
        await at.AskAsync("POST", "espalier/v1/tenants", new { id = "VAULT", name = "PLANTED-tenant" });
        await at.AskAsync("POST", "espalier/v1/tenants", new { id = EmptyTenant, name = "Nothing yet" });
        await MakeReaderAsync(at);
        OpenId = await DatasetAsync(at, "Staff");
        await at.AskAsync("PUT", $"v1/DEMO/datasets/{OpenId}/items?autoId=true", new object[]
        {
            new { _action = "create", id = "1", name = "Ana", bonus = "PLANTED-cell-1", place = "Leeds" },
            new { _action = "create", id = "2", name = "Bob", boss = "1", bonus = "PLANTED-cell-2", place = "Leeds" },
            new { _action = "create", id = "PLANTED-id", name = "PLANTED-row", boss = "1", place = "PLANTED-place" },
        });
        await at.AskAsync("PUT", $"espalier/v1/DEMO/datasets/{OpenId}/rights", new
        {
            owner = Installation.Admin,
            grants = new[] { new { group = "readers", level = "read" }, new { group = "PLANTED-group", level = "manage" } },
            properties = new[] { new { key = "bonus", @default = "hidden", groups = new Dictionary<string, string> { ["PLANTED-group"] = "update" } } },
            rows = new[] { new { groups = new[] { "readers" }, filter = new { place = "Leeds" }, level = "read" } },
        });
        HiddenId = await DatasetAsync(at, "PLANTED-dataset");
        await at.AskAsync("POST", $"espalier/v1/DEMO/datasets/{OpenId}/views", new { name = "PLANTED-view", filter = new { place = "PLANTED-place" }, grants = new[] { new { group = "PLANTED-group" } } });
        await at.AskAsync("POST", "espalier/v1/DEMO/drafts", new { datasetId = OpenId, name = "PLANTED-draft" });
        await at.AskAsync("POST", "espalier/v1/tokens", new { name = "PLANTED-token" });
        WebhookId = (await at.AskAsync("POST", "espalier/v1/DEMO/webhooks", new { url = "https://PLANTED.example.com/hook", events = new[] { "JobEnd" } })).GetProperty("webhookId").GetString()!;
    }

    static async Task<string> DatasetAsync(Installation at, string name)
    {
        var made = await at.AskAsync("POST", "v1/DEMO/datasets", new
        {
            name, type = "PEOPLE", autoId = "id", labelId = "name", treeId = "id", treeParentId = "boss", tags = new[] { name.StartsWith(Secret, StringComparison.Ordinal) ? "PLANTED-tag" : "open" },
            properties = new[]
            {
                Property("id"), Property("name"), Property("boss"), Property("place"),
                (object)new { key = "bonus", name = "PLANTED-property", type = "text", description = "PLANTED-description" },
            },
        });
        return made.GetProperty("datasetId").GetString()!;

        static object Property(string key) => new { key, name = key, type = "text", description = "" };
    }

    static async Task MakeReaderAsync(Installation at)
    {
        await at.AskAsync("PUT", $"espalier/v1/DEMO/users/{Reader}", new { role = "user", groups = new[] { "readers" }, tokenAccess = true });
        await at.AskAsync("PUT", "espalier/v1/DEMO/users/PLANTED-person@example.com", new { role = "user", groups = new[] { "PLANTED-group" } });
        await AcceptAsync(at, "DEMO", Reader);
    }

    static async Task AcceptAsync(Installation at, string tenant, string email)
    {
        var link = await at.AskAsync("POST", $"espalier/v1/{tenant}/users/{email}/invitation");
        var code = link.GetProperty("url").GetString()!.Split("#code=")[1];
        await at.PostFromPageAsync("invitations/accept", new { code, password = Installation.Password });
    }
}
