using Espalier.Server.Exports;
using Espalier.Server.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;

namespace Espalier.Server.Tests.Exports;

public sealed class SyncAnswersTests
{
    [Fact]
    public async Task Work_that_takes_too_long_is_stopped_and_refused()
    {
        var answers = new SyncAnswers(Options.Create(new ExportOptions { SyncTimeoutSeconds = 0.01 }));
        var refused = await Should.ThrowAsync<Refused>(() => answers.WriteAsync(new DefaultHttpContext(), Json.ContentType, async ct =>
        {
            await Task.Delay(Timeout.Infinite, ct);
            return null!;
        }));
        refused.Errors.Single().Code.ShouldBe("50490");
    }

    [Fact]
    public async Task A_caller_who_goes_away_stops_the_work()
    {
        using var gone = new CancellationTokenSource();
        var answers = new SyncAnswers(Options.Create(new ExportOptions()));
        var work = answers.WriteAsync(new DefaultHttpContext { RequestAborted = gone.Token }, Json.ContentType, async ct =>
        {
            await Task.Delay(Timeout.Infinite, ct);
            return null!;
        });
        await gone.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(() => work);
    }
}
