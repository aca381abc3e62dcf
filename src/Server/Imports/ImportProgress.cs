using Espalier.Server.Jobs;

namespace Espalier.Server.Imports;

/// <summary>Tells a job's ticket how far an import is. Reading and resolving report from their own threads.</summary>
/// <param name="size">Bytes of the payload as it was sent.</param>
sealed class ImportProgress(JobRun run, long size)
{
    /// <summary>Of the whole, what reading and resolving take; the rest is writing it all down.</summary>
    const double Share = 80;

    long _read;
    long _resolved;
    long _bytes;

    public void Read(long rows, long bytes)
    {
        Interlocked.Exchange(ref _read, rows);
        Interlocked.Exchange(ref _bytes, bytes);
    }

    public void Resolved(long rows)
    {
        Interlocked.Exchange(ref _resolved, rows);
        Tell(Share * Interlocked.Read(ref _bytes) / Math.Max(1, size));
    }

    /// <param name="share">How much of the result is written, from 0 to 1.</param>
    public void Written(double share) => Tell(Share + (99 - Share) * share);

    void Tell(double percent) => run.Progress(Interlocked.Read(ref _read), Interlocked.Read(ref _resolved), percent);
}
