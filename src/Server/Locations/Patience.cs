using System.Net;

namespace Espalier.Server.Locations;

/// <summary>How long one exchange with a location may still take: in all, and until something moves again.</summary>
sealed class Patience : IDisposable
{
    readonly CancellationToken _ours;
    readonly CancellationTokenSource _total;
    readonly CancellationTokenSource _next;

    public Patience(LocationOptions options, CancellationToken ct)
    {
        _ours = ct;
        _total = CancellationTokenSource.CreateLinkedTokenSource(ct);
        _total.CancelAfter(TimeSpan.FromSeconds(options.TotalSeconds));
        _next = CancellationTokenSource.CreateLinkedTokenSource(_total.Token);
    }

    public CancellationToken Token => _next.Token;

    /// <summary>Whether it was the location that took too long, and not we who stopped.</summary>
    public bool IsOver => _next.IsCancellationRequested && !_ours.IsCancellationRequested;

    public void Await(int seconds) => _next.CancelAfter(TimeSpan.FromSeconds(seconds));

    public void Dispose()
    {
        _next.Dispose();
        _total.Dispose();
    }
}

/// <summary>A body that starts the waiting anew with each piece that gets through.</summary>
sealed class PatientContent(Stream source, long size, Patience patience, LocationOptions options) : HttpContent
{
    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) =>
        SerializeToStreamAsync(stream, context, CancellationToken.None);

    protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context, CancellationToken cancellationToken)
    {
        var buffer = new byte[64 * 1024];
        int read;
        while ((read = await source.ReadAsync(buffer, cancellationToken)) > 0)
        {
            patience.Await(options.IdleSeconds);
            await stream.WriteAsync(buffer.AsMemory(0, read), cancellationToken);
        }
        patience.Await(options.FirstByteSeconds);
    }

    protected override bool TryComputeLength(out long length)
    {
        length = size;
        return true;
    }
}
