using System.Text.RegularExpressions;
using Espalier.Server.Tests.Support;

namespace Espalier.Server.Tests.Structure;

/// <summary>A source file, as text: the rules of the layout are held by reading it.</summary>
/// <param name="Path">From the repository's root, with slashes.</param>
sealed partial record Source(string Path, string Text)
{
    public static IReadOnlyList<Source> All { get; } =
    [
        .. new[] { "src", "tests", "bench" }.Select(top => System.IO.Path.Combine(Repository.Root, top)).Where(Directory.Exists)
            .SelectMany(top => Directory.EnumerateFiles(top, "*.cs", SearchOption.AllDirectories))
            .Select(file => (File: file, Path: System.IO.Path.GetRelativePath(Repository.Root, file).Replace('\\', '/')))
            .Where(found => !found.Path.Split('/').Any(folder => folder is "obj" or "bin" or "artifacts" or "node_modules"))
            .Select(found => new Source(found.Path, File.ReadAllText(found.File))),
    ];

    /// <summary>Those of the engine, of the server.</summary>
    public static IEnumerable<Source> Under(string folder) => All.Where(source => source.Path.StartsWith(folder + '/', StringComparison.Ordinal));

    public string Folder => Path[..Path.LastIndexOf('/')];

    public string Name => Path[(Path.LastIndexOf('/') + 1)..];

    /// <summary>Of the server: the folder right below it, which is the feature.</summary>
    public string Feature => Path.Split('/')[2];

    /// <summary>Without comments and texts.</summary>
    public string Code => Outside().Replace(Text, "");

    public IEnumerable<string> Usings => Using().Matches(Text).Select(match => match.Groups[1].Value);

    public IEnumerable<string> Types => Type().Matches(Code).Select(match => match.Groups[1].Value);

    public bool Mentions(string type) => Regex.IsMatch(Code, $@"\b{type}\b");

    [GeneratedRegex("\"\"\"[\\s\\S]*?\"\"\"|//.*|\"(\\\\.|[^\"\\\\\\n])*\"")]
    private static partial Regex Outside();

    [GeneratedRegex(@"^(?:global )?using (?:static )?([\w.]+);", RegexOptions.Multiline)]
    private static partial Regex Using();

    [GeneratedRegex(@"\b(?:class|interface|enum|record(?: struct| class)?|struct) (\w+)")]
    private static partial Regex Type();
}
