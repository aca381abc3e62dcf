using Espalier.Server.Tests.Support;

namespace Espalier.Server.Tests.Whole.Soak;

/// <summary>Samples how much memory a server has.</summary>
sealed class MemoryWatch(ServerProcess server)
{
    readonly List<double> _megabytes = [];

    public async Task SampleAsync(CancellationToken until)
    {
        while (!until.IsCancellationRequested)
        {
            _megabytes.Add(server.ResidentBytes / 1048576.0);
            await Task.Delay(200, CancellationToken.None);
        }
    }

    /// <summary>The median of each third of the time, in megabytes.</summary>
    public double[] Thirds() =>
    [
        .. Enumerable.Range(0, 3).Select(third => _megabytes
            .Skip(third * _megabytes.Count / 3).Take(Math.Max(1, _megabytes.Count / 3)).Order().ToList()).Select(part => part[part.Count / 2]),
    ];
}
