using System.Text.RegularExpressions;
using Microsoft.AspNetCore.StaticFiles;
using Microsoft.Extensions.FileProviders;
using Microsoft.Extensions.FileProviders.Physical;
using Microsoft.Extensions.Options;

namespace Espalier.Server.Web;

/// <summary>The web app's built files, with the packed ones that lie beside them.</summary>
public sealed partial class WebRoot : IDisposable
{
    const string Index = "index.html";

    static readonly (string Encoding, string End)[] Packings = [("br", ".br"), ("gzip", ".gz")];

    readonly FileExtensionContentTypeProvider _types = new();
    readonly PhysicalFileProvider? _files;

    public WebRoot(IOptions<WebOptions> options)
    {
        var folder = Path.GetFullPath(options.Value.Root.Length > 0 ? options.Value.Root : Path.Combine(AppContext.BaseDirectory, "wwwroot"));
        // Files that begin with a dot are nobody's.
        _files = Directory.Exists(folder) ? new PhysicalFileProvider(folder, ExclusionFilters.Sensitive) : null;
        _types.Mappings[".webmanifest"] = "application/manifest+json";
    }

    /// <summary>Whether the app has been built.</summary>
    public bool HasApp => _files?.GetFileInfo(Index).Exists == true;

    /// <summary>The file of a path, packed in a way that the browser takes; null when there is none.</summary>
    public WebFile? Find(PathString path, IReadOnlyCollection<string> accepted)
    {
        if (_files is null || path.Value is not { Length: > 1 } name || name.EndsWith('/') || name.Equals("/" + Index, StringComparison.OrdinalIgnoreCase)
            || !_types.TryGetContentType(name, out var type) || _files.GetFileInfo(name) is not { Exists: true, PhysicalPath: { } physical } file)
            return null;
        var isForever = Hashed().IsMatch(name);
        foreach (var (encoding, end) in Packings)
            if (accepted.Contains(encoding) && _files.GetFileInfo(name + end) is { Exists: true, PhysicalPath: { } packed } other)
                return new(packed, type, encoding, isForever, other.LastModified, other.Length);
        return new(physical, type, null, isForever, file.LastModified, file.Length);
    }

    /// <summary>The app's page, made for one answer.</summary>
    public async Task<string> IndexAsync(string nonce, CancellationToken ct)
    {
        var text = await File.ReadAllTextAsync(_files!.GetFileInfo(Index).PhysicalPath!, ct);
        return text.Replace("__CSP_NONCE__", nonce, StringComparison.Ordinal);
    }

    public void Dispose() => _files?.Dispose();

    /// <summary>Names that change with the content.</summary>
    [GeneratedRegex(@"^/assets/(.*/)?[^/]+[-.][A-Za-z0-9_-]{8,}\.\w+\z")]
    private static partial Regex Hashed();
}

/// <summary>A file as it is sent.</summary>
/// <param name="Encoding">How it is packed, null when it is not.</param>
/// <param name="IsForever">Whether its name changes with its content.</param>
public sealed record WebFile(string Path, string ContentType, string? Encoding, bool IsForever, DateTimeOffset ModifiedAt, long Length);
