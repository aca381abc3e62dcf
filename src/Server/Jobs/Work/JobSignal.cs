using System.Threading.Channels;

namespace Espalier.Server.Jobs.Work;

/// <summary>Wakes a worker of this process that has nothing to do; other processes' jobs are found by looking.</summary>
public sealed class JobSignal
{
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);

    readonly Channel<bool> _wakes =
        Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });

    public void Wake() => _wakes.Writer.TryWrite(true);

    public async Task WaitAsync(CancellationToken ct)
    {
        using var enough = CancellationTokenSource.CreateLinkedTokenSource(ct);
        enough.CancelAfter(Patience);
        try
        {
            await _wakes.Reader.ReadAsync(enough.Token);
        }
        catch (OperationCanceledException) when (!ct.IsCancellationRequested)
        {
            // nobody called: look anyway
        }
    }
}
