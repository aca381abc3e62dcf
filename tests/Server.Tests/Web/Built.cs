using System.IO.Compression;
using Espalier.Server.Tests.Support;

namespace Espalier.Server.Tests.Web;

/// <summary>A folder like the one that the web app's build makes.</summary>
sealed class Built : IDisposable
{
    public const string Script = "/assets/index-BkH3x9aQ.js";

    readonly TempFolder _folder = new();

    public Built()
    {
        Write("index.html", """<!doctype html><html lang="en"><head><meta property="csp-nonce" content="__CSP_NONCE__"><title>Espalier</title><script type="module" src="/assets/index-BkH3x9aQ.js" nonce="__CSP_NONCE__"></script></head><body><div id="root"></div></body></html>""");
        Write(Script[1..], ScriptText);
        foreach (var (end, pack) in new (string, Func<Stream, Stream>)[] { (".br", s => new BrotliStream(s, CompressionLevel.Optimal)), (".gz", s => new GZipStream(s, CompressionLevel.Optimal)) })
        {
            using var file = File.Create(Path.Combine(Root, Script[1..] + end));
            using var packed = pack(file);
            packed.Write(System.Text.Encoding.UTF8.GetBytes(ScriptText));
        }
        Write("favicon.svg", """<svg xmlns="http://www.w3.org/2000/svg"/>""");
        Write(".stamp", "secret");
        File.WriteAllText(Path.Combine(_folder.Path, "outside.js"), "outside");
    }

    public static string ScriptText { get; } = string.Concat(Enumerable.Repeat("console.log('Espalier');\n", 200));

    public string Setting => $"Web:Root={Root}";

    string Root => Path.Combine(_folder.Path, "wwwroot");

    public void Dispose() => _folder.Dispose();

    void Write(string name, string text)
    {
        var path = Path.Combine(Root, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
    }
}
