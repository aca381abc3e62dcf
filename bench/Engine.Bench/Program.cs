using System.Globalization;
using BenchmarkDotNet.Columns;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Engines;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Loggers;
using BenchmarkDotNet.Reports;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.Emit;

namespace Espalier.Engine.Bench;

/// <summary>Measures the expressions of the table, and keeps the results where <c>BENCH_RESULTS</c> says.</summary>
static class Program
{
    static int Main(string[] args)
    {
        // In this process and with few runs: all takes about three minutes, and the company is made once.
        var quick = Job.Default.WithToolchain(new InProcessEmitToolchain(TimeSpan.FromMinutes(10), logOutput: false)).WithStrategy(RunStrategy.Monitoring)
            .WithWarmupCount(3).WithIterationCount(9).WithInvocationCount(1).WithUnrollFactor(1);
        var config = ManualConfig.CreateEmpty().AddJob(quick).AddLogger(ConsoleLogger.Default).AddColumnProvider(DefaultColumnProviders.Instance)
            .WithSummaryStyle(SummaryStyle.Default.WithMaxParameterColumnWidth(100));
        var summary = BenchmarkRunner.Run<GizmoBench>(config, args);
        if (summary.Reports.All(r => r.Success) && summary.Reports.Length == GizmoBench.Table.Length * 6 && Environment.GetEnvironmentVariable("BENCH_RESULTS") is { } folder)
            File.WriteAllText(Path.Combine(folder, "engine.md"), Results.Table(summary, TimeProvider.System.GetLocalNow().ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)));
        return summary.Reports.All(r => r.Success) && summary.Reports.Length > 0 ? 0 : 1;
    }
}
