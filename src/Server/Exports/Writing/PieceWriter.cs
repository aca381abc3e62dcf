namespace Espalier.Server.Exports.Writing;

/// <summary>
/// Writes a result's pieces to a stream in their order, while a few further ones are made on other threads. A slow reader
/// holds the making back: no more than those few are ever in memory.
/// </summary>
static class PieceWriter
{
    const int FirstGuess = 16 * 1024;

    /// <summary>Two do most of what a machine's memory allows, and leave cores to others.</summary>
    static readonly int Ahead = Math.Clamp(Environment.ProcessorCount, 1, 4) + 1;

    /// <param name="done">Called with the number of pieces written.</param>
    public static async Task WriteAsync(IPieces pieces, Stream output, Action<int>? done, CancellationToken ct)
    {
        if (pieces.Count == 1)
        {
            using var only = Make(pieces, 0, FirstGuess);
            await output.WriteAsync(only.Written, ct);
            done?.Invoke(1);
            return;
        }

        var making = new Queue<Task<ByteBuffer>>();
        var guess = FirstGuess;
        try
        {
            for (int next = 0, written = 0; written < pieces.Count; written++)
            {
                for (; next < pieces.Count && making.Count < Ahead; next++)
                {
                    var (piece, size) = (next, guess);
                    making.Enqueue(Task.Run(() => Make(pieces, piece, size), ct));
                }
                using var buffer = await making.Peek();
                _ = making.Dequeue();
                await output.WriteAsync(buffer.Written, ct);
                guess = Math.Max(guess, buffer.Length + buffer.Length / 8);
                done?.Invoke(written + 1);
            }
        }
        finally
        {
            foreach (var task in making)
            {
                await ((Task)task).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
                if (task.IsCompletedSuccessfully)
                    (await task).Dispose();
            }
        }
    }

    static ByteBuffer Make(IPieces pieces, int piece, int size)
    {
        var buffer = new ByteBuffer(size);
        pieces.Write(piece, buffer);
        return buffer;
    }
}
