using System.Globalization;
using System.Text;
using System.Text.Json;
using Espalier.Server.Tests.Support;

namespace Espalier.Server.Tests.Expressions;

/// <summary>
/// Questions that people ask of an organisation, asked of the published posts of eight departments: expressions give what a
/// plain calculation over the same file gives. Nobody published who holds the posts, so every seventh is taken as vacant.
/// </summary>
public sealed class OrganogramTests
{
    const string Posts = """
        {"name":"UK posts","type":"POSITIONS","autoId":"postId","labelId":"jobTitle","treeId":"postId","treeParentId":"reportsTo","properties":[
         {"key":"postId","type":"text"},{"key":"reportsTo","type":"text"},{"key":"department","type":"text"},{"key":"level","type":"text"},
         {"key":"grade","type":"text"},{"key":"jobTitle","type":"text"},{"key":"unit","type":"text"},{"key":"salaryCostOfReports","type":"number"},
         {"key":"payFloor","type":"number"},{"key":"payCeiling","type":"number"},{"key":"profession","type":"text"},{"key":"asOf","type":"date"},
         {"key":"holder","type":"text"}]}
        """;

    sealed record Post(string Id, string Parent, string Grade, double? Floor, double? Ceiling, bool IsVacant)
    {
        public List<Post> Reports { get; } = [];

        /// <summary>The post and all below.</summary>
        public IEnumerable<Post> Branch => Reports.SelectMany(r => r.Branch).Prepend(this);
    }

    [Fact]
    public async Task Questions_of_a_real_organisation_are_answered_as_a_plain_calculation_would()
    {
        var (posts, csv) = Read(Repository.SharedFile("data", "uk-organogram-posts.csv"));
        await using var world = await ExpressionWorld.StartAsync();
        await world.ImportAsync("posts", Posts, "csv", csv);
        posts.Count.ShouldBe(6521);

        await HoldsAsync(world, posts, "node.rollUp(\"sum\", \"payCeiling\")", post => new { collection = new[] { post.Branch.Sum(p => p.Ceiling ?? 0) } });
        await HoldsAsync(world, posts, "node.d(0).payCeiling.sum", post => post.Branch.Sum(p => p.Ceiling ?? 0));
        await HoldsAsync(world, posts, "node.payCeiling.sum + node.d.payCeiling.sum", post => post.Branch.Sum(p => p.Ceiling ?? 0));

        await HoldsAsync(world, posts, "node.d.groupBy(n => n.grade).map(g => ({grade: g.key, posts: g.values.count}))", post => new
        {
            collection = post.Branch.Skip(1).GroupBy(p => p.Grade).Select(g => new { grade = g.Key.Length == 0 ? null : g.Key, posts = g.Count() }),
        }, ordered: false);
        await HoldsAsync(world, posts, "node.d.filter(n => n.grade == \"SCS1\").count", post => post.Branch.Skip(1).Count(p => p.Grade == "SCS1"));

        var byId = posts.ToDictionary(p => p.Id);
        IEnumerable<Post> PeersOf(Post post) => byId.TryGetValue(post.Parent, out var parent) ? parent.Reports : [];
        await HoldsAsync(world, posts, "node.s.payFloor.avg", post => Mean(PeersOf(post)));
        await HoldsAsync(world, posts, "(node.s.payFloor.sum - (node.p.count == 0 ? 0 : node.payFloor.sum)) / (node.s.payFloor.cnt - (node.p.count == 0 ? 0 : node.payFloor.cnt))",
            post => Mean(PeersOf(post).Where(p => p != post)));

        await HoldsAsync(world, posts, "node.d(0).filter(n => n.holder.isblank).count / node.d(0).count",
            post => (double)post.Branch.Count(p => p.IsVacant) / post.Branch.Count());
        await HoldsAsync(world, posts, "node.d(0).filter(is.prop(\"holder\", is.blank)).count / node.rollUp(\"count\", \"postId\")",
            post => (double)post.Branch.Count(p => p.IsVacant) / post.Branch.Count());
    }

    static double? Mean(IEnumerable<Post> posts) => posts.Average(p => p.Floor);

    static async Task HoldsAsync(ExpressionWorld world, IReadOnlyList<Post> posts, string expression, Func<Post, object?> expected, bool ordered = true)
    {
        var results = (await world.EvaluateAsync("posts", new { expression })).GetProperty("results").EnumerateArray()
            .ToDictionary(r => r.GetProperty("node").GetString()!, r => r);
        results.Count.ShouldBe(posts.Count, expression);
        foreach (var post in posts)
        {
            var should = JsonSerializer.SerializeToElement(expected(post));
            var actual = results[post.Id];
            actual.TryGetProperty("error", out _).ShouldBeFalse(actual.ToString());
            Examples.Same(should, actual.GetProperty("result"), ordered).ShouldBeTrue($"{expression} of {post.Id}: {actual}, not {should}");
        }
    }

    /// <summary>The posts in a plain tree, and the file as actions with a holder for each post that is not vacant.</summary>
    static (List<Post> Posts, byte[] Csv) Read(string file)
    {
        var records = Records(File.ReadAllText(file)).ToList();
        var header = records[0].ToList();
        List<Post> posts = [];
        var csv = new StringBuilder();
        Write(csv, [.. records[0].Prepend("_action").Append("holder")]);
        for (var i = 1; i < records.Count; i++)
        {
            var record = records[i];
            posts.Add(new(Cell("postId"), Cell("reportsTo"), Cell("grade"), Number("payFloor"), Number("payCeiling"), IsVacant: i % 7 == 0));
            Write(csv, [.. record.Prepend("create").Append(i % 7 == 0 ? "" : $"Holder {i}")]);

            string Cell(string key) => record[header.IndexOf(key)];
            double? Number(string key) => Cell(key) is { Length: > 0 } text ? double.Parse(text, CultureInfo.InvariantCulture) : null;
        }
        var byId = posts.ToDictionary(p => p.Id);
        foreach (var post in posts)
            if (byId.TryGetValue(post.Parent, out var parent))
                parent.Reports.Add(post);
        return (posts, Encoding.UTF8.GetBytes(csv.ToString()));
    }

    static void Write(StringBuilder csv, string[] cells) =>
        csv.AppendJoin(',', cells.Select(c => '"' + c.Replace("\"", "\"\"", StringComparison.Ordinal) + '"')).Append('\n');

    static IEnumerable<string[]> Records(string text)
    {
        List<string> cells = [];
        var cell = new StringBuilder();
        var quoted = false;
        foreach (var c in text.TrimStart('\uFEFF').ReplaceLineEndings("\n"))
            if (c == '"')
            {
                // Two quotes in a row stand for one: the first ends, the second begins again.
                if (!quoted && cell.Length > 0)
                    cell.Append('"');
                quoted = !quoted;
            }
            else if (!quoted && c is (',' or '\n'))
            {
                cells.Add(cell.ToString());
                cell.Clear();
                if (c == ',')
                    continue;
                yield return [.. cells];
                cells.Clear();
            }
            else
                cell.Append(c);
    }
}
