using System.IO.Compression;
using System.Text.Json;
using Espalier.Server.Files;
using Espalier.Server.Files.Contents;
using Espalier.Server.Http;
using Espalier.Server.Locations;

namespace Espalier.Server.Jobs;

/// <summary>One attempt at a job: what its runner works with.</summary>
public sealed class JobRun
{
    readonly IJobStore _store;
    readonly TemporaryFiles _files;
    readonly LocationClient _locations;
    volatile JobProgress? _progress;
    string? _payload;
    string? _payloadType;

    internal JobRun(Job job, string owner, IJobStore store, TemporaryFiles files, LocationClient locations)
    {
        Job = job;
        Owner = owner;
        Sealed = job.Sealed;
        _progress = job.Progress;
        _payload = job.ImportContentId;
        _store = store;
        _files = files;
        _locations = locations;
    }

    public Job Job { get; }

    /// <summary>The result, when it is there already: this run's, or an earlier one's that was interrupted.</summary>
    public SealedResult? Sealed { get; private set; }

    internal string Owner { get; }

    /// <summary>Whether somebody has asked for the job's end while it ran.</summary>
    internal bool IsCancelled { get; set; }

    internal JobProgress? Reached => _progress;

    /// <summary>Says how far the job is. Cheap: it is written down now and then.</summary>
    public void Progress(long rowsRead, long rowsResolved, double percent) =>
        _progress = new JobProgress(rowsRead, rowsResolved, Math.Round(Math.Clamp(percent, 0, 100), 1));

    /// <summary>Opens the payload. A caller's own location is read whole first, and only once for all attempts.</summary>
    /// <exception cref="Refused">The import location could not be read.</exception>
    public async Task<JobInput> OpenInputAsync(CancellationToken ct)
    {
        var contentId = _payload ??= await FetchAsync(ct);
        var contentType = _payloadType ?? Job.ImportContentType;
        if (Job.ImportFileId is { } fileId && await _files.FindAsync(Job.TenantId, fileId, ct) is { } file)
            contentType = file.ContentType;
        bool gzip;
        await using (var start = _files.OpenContent(contentId))
        {
            var magic = new byte[2];
            gzip = await start.ReadAtLeastAsync(magic, 2, throwOnEndOfStream: false, ct) == 2 && magic is [0x1f, 0x8b];
        }
        var stream = _files.OpenSized(contentId);
        return new JobInput(stream, stream.Size, gzip, contentType);
    }

    /// <summary>Begins the result. Dropped when it is disposed without having been sealed.</summary>
    public Task<ResultWriter> OpenResultAsync(string contentType, bool gzip, CancellationToken ct)
    {
        ct.ThrowIfCancellationRequested();
        return Task.FromResult(new ResultWriter(_files.BeginContent(), contentType, gzip));
    }

    /// <summary>
    /// Completes the result and records it with the job, on disk: do this before the job's change is committed, so that
    /// a job whose change is there always has its result too.
    /// </summary>
    public async Task SealResultAsync(ResultWriter result, CancellationToken ct)
    {
        var complete = await result.CompleteAsync(ct);
        await _store.SealAsync(Job, Owner, complete, ct);
        Sealed = complete;
    }

    async Task<string> FetchAsync(CancellationToken ct)
    {
        var url = Job.ImportUrl ?? throw new InvalidOperationException("The job has no import location.");
        var payload = _files.TryReadOwnUrl(url, out var token) ? await FindAsync(token, ct) : await DownloadAsync(url, ct);
        await _store.PinAsync(Job, Owner, payload, _payloadType, ct);
        return payload.ContentId;
    }

    async Task<StoredContent> DownloadAsync(string url, CancellationToken ct)
    {
        await using var content = _files.BeginContent();
        _payloadType = (await _locations.DownloadAsync(url, content.Stream, ct)).ContentType;
        return await content.CompleteAsync(ct);
    }

    // The job was accepted when nothing could be read there; it fails as it would with another location's refusal.
    async Task<StoredContent> FindAsync(UrlToken token, CancellationToken ct)
    {
        try
        {
            var file = await _files.FindReadableAsync(token, ct);
            _payloadType = file.ContentType;
            return new StoredContent(file.ContentId!, file.Size);
        }
        catch (Refused refused)
        {
            throw new Refused(Errors.ImportLocationFailed with
            {
                ErrorContentType = Json.ContentType,
                ErrorContent = JsonSerializer.Serialize(new ErrorBody(refused.Errors), Json.Options),
            });
        }
    }
}

/// <summary>A job's payload as it was sent.</summary>
/// <param name="Size">Its bytes, before unpacking.</param>
/// <param name="IsGzip">The bytes begin as gzip does: unpacking is the reader's matter, and its limits.</param>
/// <param name="ContentType">Our own files' by their target type; another location's as it said.</param>
public sealed record JobInput(Stream Stream, long Size, bool IsGzip, string? ContentType) : IAsyncDisposable
{
    public ValueTask DisposeAsync() => Stream.DisposeAsync();
}

/// <summary>A result being written.</summary>
public sealed class ResultWriter : IAsyncDisposable
{
    readonly ContentWriter _content;
    readonly GZipStream? _gzip;
    readonly string _contentType;

    internal ResultWriter(ContentWriter content, string contentType, bool gzip)
    {
        _content = content;
        _contentType = contentType;
        _gzip = gzip ? new GZipStream(content.Stream, CompressionLevel.Fastest, leaveOpen: true) : null;
    }

    /// <summary>Where the result's bytes go, plain; they are packed when that was asked for.</summary>
    public Stream Stream => _gzip ?? _content.Stream;

    internal async Task<SealedResult> CompleteAsync(CancellationToken ct)
    {
        if (_gzip is not null)
            await _gzip.DisposeAsync();
        return new SealedResult(await _content.CompleteAsync(ct), _contentType, _gzip is not null);
    }

    public async ValueTask DisposeAsync()
    {
        if (_gzip is not null)
            await _gzip.DisposeAsync();
        await _content.DisposeAsync();
    }
}
