using System.Collections.Concurrent;
using System.Text;
using Espalier.Server.Jobs;

namespace Espalier.Server.Tests.Jobs;

/// <summary>A kind of job that does what the test says, and remembers in which order it was asked.</summary>
public sealed class FakeRunner(string kind, Func<JobRun, CancellationToken, Task> work) : IJobRunner
{
    public string Kind => kind;

    public ConcurrentQueue<string> Begun { get; } = [];

    public Task RunAsync(JobRun run, CancellationToken ct)
    {
        Begun.Enqueue(run.Job.Input);
        return work(run, ct);
    }

    /// <summary>Writes a text as the result and seals it.</summary>
    public static async Task SealAsync(JobRun run, string text, CancellationToken ct, string contentType = "text/csv; charset=UTF-8", bool gzip = false)
    {
        await using var result = await run.OpenResultAsync(contentType, gzip, ct);
        await result.Stream.WriteAsync(Encoding.UTF8.GetBytes(text), ct);
        await run.SealResultAsync(result, ct);
    }

    public static async Task<string> ReadInputAsync(JobRun run, CancellationToken ct)
    {
        await using var input = await run.OpenInputAsync(ct);
        using var reader = new StreamReader(input.Stream);
        return await reader.ReadToEndAsync(ct);
    }
}
