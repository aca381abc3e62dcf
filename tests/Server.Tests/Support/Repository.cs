namespace Espalier.Server.Tests.Support;

/// <summary>Where the sources stand.</summary>
static class Repository
{
    public static string Root { get; } = FindRoot();

    /// <summary>The folder beside the clone, with files too large or not ours to keep in it.</summary>
    public static string Shared => Path.Combine(Path.GetDirectoryName(Root)!, "shared");

    /// <summary>A file of <see cref="Shared"/>; without it the test is skipped, but never in CI.</summary>
    public static string SharedFile(params string[] path)
    {
        var file = Path.Combine([Shared, .. path]);
        if (!File.Exists(file))
        {
            var message = $"needs ../shared/{string.Join('/', path)} beside the clone, which is not there";
            if (Environment.GetEnvironmentVariable("CI") is { Length: > 0 })
                Assert.Fail(message);
            Assert.Skip(message);
        }
        return file;
    }

    static string FindRoot()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "Espalier.slnx")))
            folder = Path.GetDirectoryName(folder) ?? throw new InvalidOperationException("The tests stand outside the repository.");
        return folder;
    }
}
