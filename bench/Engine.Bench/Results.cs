using System.Globalization;
using System.Text;
using BenchmarkDotNet.Reports;

namespace Espalier.Engine.Bench;

/// <summary>The run as a table to keep.</summary>
static class Results
{
    public static string Table(Summary summary, string day)
    {
        var medians = summary.Reports.ToDictionary(
            r => (((Row)r.BenchmarkCase.Parameters["Expression"]).Text, (string)r.BenchmarkCase.Parameters["Size"], r.BenchmarkCase.Descriptor.WorkloadMethod.Name),
            r => r.ResultStatistics!.Median / 1e6);
        var text = new StringBuilder();
        text.AppendLine("# Expressions, a value for every row").AppendLine();
        text.AppendLine(CultureInfo.InvariantCulture, $"{day}, {Environment.ProcessorCount} cores, {summary.HostEnvironmentInfo.CpuInfo.Value?.ProcessorName}; medians of nine in ms, all in one process.")
            .AppendLine("The loop is written by hand over plain arrays, with all parents before their children in a list; it runs in turn with ours. `./dev bench engine` makes this file.").AppendLine();
        text.AppendLine("| expression | must | aim | 1,000,000 rows | loop | ratio | 100,000 rows | loop | 1 M / 100 k | chain of 1,000,000 | loop |");
        text.AppendLine("|---|--:|---|--:|--:|--:|--:|--:|--:|--:|--:|");
        foreach (var row in GizmoBench.Table)
        {
            double Of(string company, string method) => medians[(row.Text, company, method)];
            double million = Of("1000000", "Gizmo"), loop = Of("1000000", "Loop"), small = Of("100000", "Gizmo");
            text.AppendLine(CultureInfo.InvariantCulture, $"| `{row.Text}` | {row.Must} | {row.Aim} | {million:0.0} | {loop:0.0} | {million / loop:0.00} | {small:0.00} | {Of("100000", "Loop"):0.00} | {million / small:0.0} | {Of("chain of 1000000", "Gizmo"):0.0} | {Of("chain of 1000000", "Loop"):0.0} |");
        }
        return text.ToString();
    }
}
