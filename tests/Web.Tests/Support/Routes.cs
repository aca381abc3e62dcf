namespace Espalier.Web.Tests.Support;

/// <summary>Every address of the app.</summary>
static class Routes
{
    /// <summary>For who is not signed in.</summary>
    public static readonly string[] Outside = ["/sign-in", "/setup", "/setup#code=abc", "/invite#code=abc"];

    /// <summary>For who is signed in.</summary>
    public static string[] Inside(Furnished at) =>
    [
        "/app/workspace", "/tokens", "/tenants/tenants", "/app/workspace/DEMO/no/such",
        .. new[]
        {
            "/data/datasets", $"/data/datasets/{at.OpenId}", $"/data/datasets/{at.OpenId}/properties", "/data/links", "/data/views", "/data/drafts", "/data/types",
            "/users", "/groups", "/rights", "/jobs", "/webhooks", $"/webhooks/{at.WebhookId}", "/plan", "/audit", "/account", "/no/such/page",
        }.Select(page => $"/app/configui?tenantId=DEMO&page={page}"),
    ];
}
