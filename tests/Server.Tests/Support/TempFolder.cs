using System.Diagnostics;

namespace Espalier.Server.Tests.Support;

/// <summary>A folder of the test's own, gone when the test is.</summary>
public sealed class TempFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("espalier-").FullName;

    public void Dispose()
    {
        for (var watch = Stopwatch.StartNew(); ; Thread.Sleep(50))
            try
            {
                Directory.Delete(Path, recursive: true);
                return;
            }
            catch (IOException) when (watch.Elapsed < TimeSpan.FromSeconds(10))
            {
                // What opens datasets in the background at the start may close its files a moment after the server is gone.
            }
    }
}
