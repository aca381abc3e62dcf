using System.Text.RegularExpressions;
using Espalier.Server.Tests.Support;

namespace Espalier.Server.Tests.Links;

/// <summary>Paths that nobody outside knows for sure are served under several names; <c>docs/paths.md</c> lists them.</summary>
public sealed partial class PathTests
{
    const string Unknown = "11111111-2222-3333-4444-555555555555";

    [Fact]
    public async Task Every_path_and_alias_of_the_table_leads_to_its_operation()
    {
        await using var server = await TestServer.StartAsync();
        var rows = await RowsAsync();
        rows.Count.ShouldBeGreaterThan(10);
        foreach (var (operation, ways) in rows)
        {
            var answers = new List<(string Way, string Answer)>();
            foreach (var (method, path) in ways)
            {
                var answer = await server.Api(method, path
                    .Replace("{exportFormat}", "xml", StringComparison.Ordinal)
                    .Replace("{datasetId}", Unknown, StringComparison.Ordinal).Replace("{linksDatasetId}", Unknown, StringComparison.Ordinal)
                    .Replace("{draftId}", Unknown, StringComparison.Ordinal), method == "GET" ? null : "[7");
                answer.Text.ShouldNotContain("RouteNotFound", customMessage: $"{operation}: {method} {path}");
                answer.Text.ShouldNotContain("MethodNotAllowed", customMessage: $"{operation}: {method} {path}");
                answers.Add(($"{method} {path}", answer.Text));
            }
            // The same handler finds the same faults.
            answers.Select(a => a.Answer).Distinct().Count().ShouldBe(1, string.Join('\n', answers));
        }
    }

    /// <summary>The rows of the table whose operation is served already.</summary>
    static async Task<List<(string Operation, List<(string Method, string Path)> Ways)>> RowsAsync()
    {
        var rows = new List<(string, List<(string, string)>)>();
        foreach (var line in await File.ReadAllLinesAsync(Path.Combine(Repository.Root, "docs", "paths.md"), TestContext.Current.CancellationToken))
        {
            var cells = line.Split('|', StringSplitOptions.TrimEntries);
            if (cells.Length < 7 || !OperationName().IsMatch(cells[1]))
                continue;
            rows.Add((cells[1], [.. Way().Matches(cells[2] + " " + cells[3]).Select(m => (m.Groups[1].Value, m.Groups[2].Value))]));
            rows[^1].Item2.ShouldNotBeEmpty(line);
        }
        return rows;
    }

    [GeneratedRegex(@"^[A-Z]\d")]
    private static partial Regex OperationName();

    [GeneratedRegex(@"`(GET|PUT|POST|PATCH|DELETE) P/([^`]*)`")]
    private static partial Regex Way();
}
