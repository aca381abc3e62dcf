namespace Espalier.Server.Tests.Support;

/// <summary>A folder of the test's own, gone when the test is.</summary>
public sealed class TempFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("espalier-").FullName;

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
