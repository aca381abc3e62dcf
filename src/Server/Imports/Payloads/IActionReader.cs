using Espalier.Engine.Changes.Actions;

namespace Espalier.Server.Imports.Payloads;

/// <summary>Reads the actions of a payload, batch by batch, in their order.</summary>
public interface IActionReader : IAsyncDisposable
{
    /// <summary>The next batch, which the caller disposes of; null at the end of the payload.</summary>
    /// <exception cref="PayloadException">The payload cannot be read on.</exception>
    ValueTask<ActionBatch?> ReadAsync(CancellationToken ct);

    /// <summary>Bytes taken from the source so far, before decompression: for telling progress.</summary>
    long BytesRead { get; }
}

/// <summary>How actions are written down.</summary>
public enum PayloadFormat
{
    Json,
    Csv,
    Tsv,
}

/// <summary>The bounds of a payload, and how it is cut into batches.</summary>
public sealed record PayloadLimits
{
    /// <summary>The most bytes after decompression.</summary>
    public long Bytes { get; init; } = 4L * 1024 * 1024 * 1024;

    /// <summary>The most bytes of one action, and so of one cell.</summary>
    public int ActionBytes { get; init; } = 64 * 1024 * 1024;

    /// <summary>The most actions of a batch; fewer where there are very many properties.</summary>
    public int BatchActions { get; init; } = ActionBatch.Actions;

    /// <summary>The size of the buffer that is read into; it grows for longer actions.</summary>
    public int Buffer { get; init; } = 256 * 1024;

    /// <summary>For a payload that is known to be small: nothing is rented that it cannot fill.</summary>
    public static PayloadLimits Small(int bytes) => new()
    {
        BatchActions = bytes < 16 * 1024 ? 64 : bytes < 1024 * 1024 ? 1024 : ActionBatch.Actions,
        Buffer = Math.Clamp(bytes + 1, 512, 256 * 1024),
    };
}
