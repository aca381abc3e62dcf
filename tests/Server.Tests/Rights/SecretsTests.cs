using System.Text;
using Espalier.Server.Tests.Support;

namespace Espalier.Server.Tests.Rights;

/// <summary>
/// Every cell of a dataset holds a value of its own. Whatever callers with random rights ask, no byte of any answer is a value
/// that a plain model says they may not see; and what they write changes what the model says they may change.
/// </summary>
public sealed class SecretsTests : IAsyncLifetime
{
    static readonly string[] People = ["ann", "bea", "cid"];
    static readonly string[] Formats = ["jsonRows", "jsonColumns", "jsonObjects", "csv", "tsv"];

    Firm _firm = null!;

    public async ValueTask InitializeAsync()
    {
        _firm = await Firm.StartAsync();
        await _firm.TokenAsync("ann", "a");
        await _firm.TokenAsync("bea", "b", "c");
        await _firm.TokenAsync("cid", "a", "c");
    }

    public ValueTask DisposeAsync() => _firm.DisposeAsync();

    [Fact]
    public async Task No_answer_holds_a_value_that_its_caller_may_not_see()
    {
        var seed = Long.Setting("ESPALIER_SEED", Environment.TickCount);
        TestContext.Current.TestOutputHelper!.WriteLine($"ESPALIER_SEED={seed}");
        var random = new Random(seed);
        var (shown, kept) = (0, 0);
        for (var run = 0; run < Long.Setting("ESPALIER_SECRETS", 8); run++)
        {
            var world = SecretWorld.Draw(random);
            var datasetId = await MakeAsync(world);
            var viewId = (await _firm.Own(null, "POST", $"datasets/{datasetId}/views", world.ViewJson)).Json.GetProperty("viewId").GetString()!;
            foreach (var who in People)
            {
                foreach (var (id, sight) in new[] { (datasetId, world.SightOf(who, throughView: false)), (viewId, world.SightOf(who, throughView: true)) })
                {
                    var answers = await AskAsync(who, id, world, random);
                    foreach (var (request, answer) in answers)
                    {
                        var text = Encoding.UTF8.GetString(answer.Bytes);
                        foreach (var secret in world.Secrets.Where(secret => !sight.Contains(secret)))
                        {
                            text.ShouldNotContain(secret, Case.Sensitive, $"seed {seed}, run {run}: {who} {request} saw {secret}\n{world}");
                            kept++;
                        }
                        answer.Status.ShouldBeLessThan(500, request);
                    }
                    var all = string.Concat(answers.Select(entry => entry.Answer.Text));
                    foreach (var secret in sight)
                    {
                        all.ShouldContain(secret, Case.Sensitive, $"seed {seed}, run {run}: {who} did not see {secret}\n{world}");
                        shown++;
                    }
                }
                await CheckWritesAsync(who, datasetId, world, $"seed {seed}, run {run}: {who}\n{world}");
            }
        }
        shown.ShouldBeGreaterThan(0);
        kept.ShouldBeGreaterThan(shown);
    }

    async Task<string> MakeAsync(SecretWorld world)
    {
        var datasetId = (await _firm.Api(null, "POST", "datasets", SecretWorld.Definition)).Json.GetProperty("datasetId").GetString()!;
        (await _firm.Api(null, "PUT", $"datasets/{datasetId}/items", world.Actions("create"))).Status.ShouldBe(200);
        var rights = await _firm.Own(null, "PUT", $"datasets/{datasetId}/rights", world.RightsJson);
        rights.Status.ShouldBe(200, rights.Text);
        return datasetId;
    }

    async Task<List<(string Request, Answer Answer)>> AskAsync(string who, string id, SecretWorld world, Random random)
    {
        var answers = new List<(string, Answer)>();
        async Task<Answer> Ask(string method, string path, string? body = null)
        {
            var answer = await _firm.Api(who, method, path, body);
            answers.Add(($"{method} {path} {body}", answer));
            return answer;
        }

        await Ask("GET", "datasets");
        await Ask("GET", $"datasets/{id}");
        await Ask("GET", $"datasets/{id}/items");
        foreach (var format in Formats)
            await Ask("GET", $"datasets/{id}/export/{format}");
        foreach (var key in SecretWorld.Keys)
        {
            await Ask("POST", $"datasets/{id}/items", $$$"""{"filter":{"{{{key}}}":{"$gte":0} } }""");
            await Ask("POST", $"datasets/{id}/items", $$$"""{"filter":{"{{{key}}}":{"$nin":["x"]}},"projection":{"_id":1,"{{{key}}}":1}}""");
        }
        var body = """{"query":{"output":{"filter":{"KEY":{"$ne":null}},"projection":{"_id":1,"_modifiedAt":1}}}}"""
            .Replace("KEY", SecretWorld.Keys[random.Next(SecretWorld.Keys.Length)], StringComparison.Ordinal);
        if (await Ask("POST", $"datasets/{id}/export/{Formats[random.Next(5)]}", body) is { Status: 202 } started
            && await _firm.Ended(started) is var ticket && ticket.GetProperty("jobStatus").GetString() == "completed")
            answers.Add(("result", await _firm.Result(ticket)));

        // Writes that find what is there and change nothing.
        foreach (var mode in new[] { "autoId=true", "idKey=text", "mergeKey=grp", "autoId=true&onItemAccessDenied=skipAction&onActionValidationFailure=skipAction" })
            await Ask("PUT", $"datasets/{id}/items?{mode}", world.Probes());
        return answers;
    }

    async Task CheckWritesAsync(string who, string datasetId, SecretWorld world, string what)
    {
        const string skip = "onItemAccessDenied=skipAction&onActionValidationFailure=skipAction&onPropertyAccessDenied=skipProperty";
        foreach (var key in SecretWorld.Written)
        {
            var answer = await _firm.Api(who, "PUT", $"datasets/{datasetId}/items?autoId=true&{skip}", world.Updates(key));
            answer.Status.ShouldBeOneOf([200, 400, 403, 404], what + answer.Text);
            var items = (await _firm.Api(null, "GET", $"datasets/{datasetId}/items")).Json;
            foreach (var item in items.EnumerateArray())
            {
                var row = SecretWorld.RowOf(item);
                var isChanged = item.GetProperty(key).ToString() is "777" or "written";
                isChanged.ShouldBe(world.MayWrite(who, row, key), $"{what}\n{key} of row {row}");
            }
            (await _firm.Api(null, "PUT", $"datasets/{datasetId}/items", world.Actions("update"))).Status.ShouldBe(200);
        }
    }
}
