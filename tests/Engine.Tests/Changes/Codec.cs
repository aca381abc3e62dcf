using Espalier.Engine.Changes;
using Espalier.Engine.Changes.Codecs;
using Espalier.Engine.Snapshots;

namespace Espalier.Engine.Tests.Changes;

/// <summary>Writes and reads again.</summary>
static class Codec
{
    public static ChangeSet RoundTrip(ChangeSet changes)
    {
        using var stream = new MemoryStream();
        ChangeCodec.WriteAsync(changes, stream, TestContext.Current.CancellationToken).GetAwaiter().GetResult();
        stream.Position = 0;
        return ChangeCodec.ReadAsync(stream, TestContext.Current.CancellationToken).GetAwaiter().GetResult();
    }

    public static Snapshot RoundTrip(Snapshot snapshot)
    {
        using var stream = new MemoryStream();
        ChangeCodec.WriteSnapshotAsync(snapshot, stream, TestContext.Current.CancellationToken).GetAwaiter().GetResult();
        stream.Position = 0;
        return ChangeCodec.ReadSnapshotAsync(stream, TestContext.Current.CancellationToken).GetAwaiter().GetResult();
    }
}
