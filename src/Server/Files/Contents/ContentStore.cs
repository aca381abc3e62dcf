using Microsoft.Win32.SafeHandles;

namespace Espalier.Server.Files.Contents;

/// <summary>
/// Contents: encrypted bytes under a random name in one folder. A content is there whole and on disk, or not at all; once
/// there it never changes. Who needs it, and how long, is the database's matter.
/// </summary>
public sealed class ContentStore
{
    const string Unfinished = ".part";

    readonly string _folder;
    readonly byte[] _key;

    public ContentStore(string folder, byte[] key)
    {
        _folder = folder;
        _key = key;
        Directory.CreateDirectory(folder);
    }

    /// <summary>Begins a content. It exists from <see cref="ContentWriter.CompleteAsync"/> on.</summary>
    public ContentWriter Begin() => new(_folder, Guid.NewGuid().ToString("N"), Unfinished, _key);

    /// <exception cref="FileNotFoundException">There is no such content (any more).</exception>
    public Stream Open(string contentId) => OpenSized(contentId);

    internal DecryptingStream OpenSized(string contentId)
    {
        var file = new FileStream(
            PathOf(contentId), FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, bufferSize: 0);
        try
        {
            return new DecryptingStream(file, _key);
        }
        catch (ContentDamagedException)
        {
            file.Dispose();
            throw;
        }
    }

    /// <summary>Readers that have it open read on to its end.</summary>
    public void Delete(string contentId) => File.Delete(PathOf(contentId));

    /// <summary>What lies in the folder and was last written before the given time, unfinished contents too.</summary>
    public IEnumerable<string> OlderThan(DateTimeOffset time) =>
        new DirectoryInfo(_folder).EnumerateFiles()
            .Where(file => file.LastWriteTimeUtc < time.UtcDateTime)
            .Select(file => file.Name);

    string PathOf(string contentId) =>
        contentId.AsSpan().ContainsAny('/', '\\')
            ? throw new ArgumentException("Not a content's name.", nameof(contentId))
            : Path.Combine(_folder, contentId);
}

/// <summary>A content being written. Disposing it before it is complete drops it.</summary>
public sealed class ContentWriter : IAsyncDisposable
{
    const long FlushEvery = 16 * 1024 * 1024;

    readonly string _folder;
    readonly string _contentId;
    readonly string _part;
    readonly FileStream _file;
    readonly EncryptingStream _stream;
    Task _flushing = Task.CompletedTask;
    long _flushed;
    bool _complete;

    internal ContentWriter(string folder, string contentId, string unfinished, byte[] key)
    {
        _folder = folder;
        _contentId = contentId;
        _part = Path.Combine(folder, contentId + unfinished);
        _file = new FileStream(_part, Disk.Private(FileMode.CreateNew));
        _stream = new EncryptingStream(_file, key, FlushAhead);
    }

    /// <summary>Where the bytes go.</summary>
    public Stream Stream => _stream;

    public long Size => _stream.Size;

    /// <summary>When this returns, the content is whole and on disk under its name.</summary>
    public async Task<StoredContent> CompleteAsync(CancellationToken ct)
    {
        await _stream.CompleteAsync(ct);
        await _flushing;
        await Task.Run(() => Publish(_file.SafeFileHandle), ct);
        _complete = true;
        await _stream.DisposeAsync();
        return new StoredContent(_contentId, Size);
    }

    public async ValueTask DisposeAsync()
    {
        if (_complete)
            return;
        _complete = true;
        await _flushing;
        await _stream.DisposeAsync();
        File.Delete(_part);
    }

    void Publish(SafeFileHandle file)
    {
        RandomAccess.FlushToDisk(file);
        File.Move(_part, Path.Combine(_folder, _contentId));
        Disk.FlushFolder(_folder);
    }

    // The disk works while more bytes come in, so that completing a large content does not wait for all of it.
    void FlushAhead()
    {
        if (Size - _flushed < FlushEvery || !_flushing.IsCompletedSuccessfully)
            return;
        _flushed = Size;
        var file = _file.SafeFileHandle;
        _flushing = Task.Run(() => RandomAccess.FlushToDisk(file));
    }
}

/// <summary>A complete content.</summary>
public sealed record StoredContent(string ContentId, long Size);
