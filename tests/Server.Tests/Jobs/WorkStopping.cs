using Espalier.Server.Jobs.Work;
using Espalier.Server.Tests.Support;
using Microsoft.Extensions.Hosting;

namespace Espalier.Server.Tests.Jobs;

static class WorkStopping
{
    /// <summary>Stops the server's worker, so that the test itself can claim jobs.</summary>
    public static Task StopWorkAsync(this TestServer server) =>
        server.Get<IEnumerable<IHostedService>>().OfType<JobWorker>().Single().StopAsync(TestContext.Current.CancellationToken);
}
