using System.Globalization;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Engines;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Loggers;
using BenchmarkDotNet.Columns;
using BenchmarkDotNet.Reports;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.Emit;
using Espalier.Engine.Bench;

if (args is ["quick", ..])
{
    foreach (var size in args.Skip(1))
        foreach (var row in GizmoBench.Table)
        {
            var bench = new GizmoBench { Expression = row, Size = size };
            bench.Setup();
            double Best(Func<object> run) { var best = double.MaxValue; for (var i = 0; i < 12; i++) { var start = Environment.CpuUsage.TotalTime; GC.KeepAlive(run()); best = Math.Min(best, (Environment.CpuUsage.TotalTime - start).TotalMilliseconds); } return best; }
            double loop = Best(bench.Loop), ours = Best(bench.Gizmo);
            Console.WriteLine($"{size,-18} {ours,8:0.0} {loop,8:0.0} {ours / loop,6:0.00}  {row.Text}");
        }
    return 0;
}

// In this process and with few runs: all takes about three minutes, and the company is made once.
var quick = Job.Default.WithToolchain(new InProcessEmitToolchain(TimeSpan.FromMinutes(10), logOutput: false)).WithStrategy(RunStrategy.Monitoring)
    .WithWarmupCount(3).WithIterationCount(7).WithInvocationCount(1).WithUnrollFactor(1);
var config = ManualConfig.CreateEmpty().AddJob(quick).AddLogger(ConsoleLogger.Default).AddColumnProvider(DefaultColumnProviders.Instance)
    .WithSummaryStyle(SummaryStyle.Default.WithMaxParameterColumnWidth(100));
var summary = BenchmarkRunner.Run<GizmoBench>(config, args);
if (summary.Reports.All(r => r.Success) && summary.Reports.Length == GizmoBench.Table.Length * 6 && Environment.GetEnvironmentVariable("BENCH_RESULTS") is { } folder)
    File.WriteAllText(Path.Combine(folder, "engine.md"), Results.Table(summary, DateTimeOffset.Now.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)));
return summary.Reports.All(r => r.Success) && summary.Reports.Length > 0 ? 0 : 1;
