using System.Diagnostics;
using System.Runtime.CompilerServices;

namespace Espalier.Server.Tests.Support;

/// <summary>
/// Waits for what the server does by itself, and looks until it is so: a sleep would be too short on a slow machine and too
/// long on a fast one.
/// </summary>
static class Soon
{
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    static CancellationToken Ct => TestContext.Current.CancellationToken;

    public static Task HoldsAsync(Func<bool> holds, [CallerArgumentExpression(nameof(holds))] string what = "") =>
        HoldsAsync(() => Task.FromResult(holds()), what);

    public static Task HoldsAsync(Func<Task<bool>> holds, [CallerArgumentExpression(nameof(holds))] string what = "") =>
        ComesAsync(holds, static so => so, what);

    /// <returns>The first that passes.</returns>
    public static async Task<T> ComesAsync<T>(Func<Task<T>> look, Func<T, bool> passes, [CallerArgumentExpression(nameof(passes))] string what = "")
    {
        for (var watch = Stopwatch.StartNew(); ; await Task.Delay(20, Ct))
        {
            var seen = await look();
            if (passes(seen))
                return seen;
            if (watch.Elapsed > Patience)
                throw new TimeoutException($"It did not come to pass in {Patience.TotalSeconds} seconds: {what}. Last seen: {seen}");
        }
    }

    /// <summary>Polls a job's ticket to its end.</summary>
    public static Task<System.Text.Json.JsonElement> EndsAsync(Func<Task<Answer>> ticket) =>
        ComesAsync(async () => (await ticket()).Json, static json => json.GetProperty("jobStatus").GetString() is "completed" or "failed", "the job ends");
}
