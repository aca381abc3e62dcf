using System.Reflection;
using System.Text.Json;
using Espalier.Server.Auditing;
using Espalier.Server.Jobs;
using Espalier.Server.Tests.Support;
using Espalier.Server.Webhooks;
using Microsoft.Extensions.DependencyInjection;

namespace Espalier.Server.Tests.Web;

/// <summary>Words that the server sends are shown to people as texts of the app: none lacks one, and none is left over.</summary>
public sealed class WordsTests
{
    static readonly JsonElement Texts =
        JsonSerializer.Deserialize<JsonElement>(File.ReadAllBytes(Path.Combine(Repository.Root, "web", "src", "texts", "en.json")));

    [Fact]
    public async Task Each_kind_of_job_has_a_text()
    {
        await using var server = await TestServer.StartAsync();
        Keys("jobKinds").ShouldBe(server.Get<IServiceProvider>().GetServices<IJobRunner>().Select(runner => runner.Kind), ignoreOrder: true);
    }

    [Fact]
    public void Each_state_of_a_job_has_a_text() =>
        Keys("jobStates").ShouldBe(["created", "running", "completed", "failed", "cancelled"], ignoreOrder: true);

    [Fact]
    public void Each_kind_of_audit_entry_has_a_text() => Keys("auditKinds").ShouldBe(Constants(typeof(AuditKinds)), ignoreOrder: true);

    [Fact]
    public void Each_event_of_webhooks_has_a_text() => Keys("eventTexts").ShouldBe(EventTypes.All, ignoreOrder: true);

    static IEnumerable<string> Keys(string section) => Texts.GetProperty(section).EnumerateObject().Select(text => text.Name);

    static IEnumerable<string> Constants(Type type) =>
        type.GetFields(BindingFlags.Public | BindingFlags.Static).Where(field => field.IsLiteral).Select(field => (string)field.GetRawConstantValue()!);
}
