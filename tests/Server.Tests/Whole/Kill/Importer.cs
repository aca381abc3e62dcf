using Espalier.Server.Tests.Support;

namespace Espalier.Server.Tests.Whole.Kill;

/// <summary>A client that imports one generation after another, and remembers which of them were accepted.</summary>
sealed class Importer(Generations generations, string bulk)
{
    readonly List<(int Generation, string Ticket)> _open = [];
    int _next;

    /// <summary>Imports whose ticket said completed, in the order of acceptance.</summary>
    public List<int> Completed { get; } = [];

    public List<int> Failed { get; } = [];

    /// <summary>Imports that were asked for, but the server died before it answered: they may have happened.</summary>
    public List<int> Unanswered { get; } = [];

    /// <summary>Those that were accepted and not known to have ended when the server died.</summary>
    public int Interrupted { get; private set; }

    public int Accepted => Completed.Count + Failed.Count + _open.Count;

    /// <summary>Works until the server dies, two imports going at a time.</summary>
    public async Task WorkAsync(ServerProcess server)
    {
        using var api = server.Client("T1", TimeSpan.FromSeconds(60));
        try
        {
            while (true)
            {
                await StartAsync(api);
                while (_open.Count > 1)
                    await EndFirstAsync(api);
            }
        }
        catch (HttpRequestException)
        {
            Interrupted += _open.Count;     // the server is dead
        }
    }

    /// <summary>Imports a generation and waits for its end.</summary>
    public async Task ImportAsync(ApiClient api)
    {
        await StartAsync(api);
        await SettleAsync(api);
    }

    /// <summary>Waits until every accepted import has ended.</summary>
    public async Task SettleAsync(ApiClient api)
    {
        while (_open.Count > 0)
            await EndFirstAsync(api);
    }

    /// <summary>
    /// What must be there when nothing runs: the generation completed last, or one after it whose acceptance was never
    /// heard of.
    /// </summary>
    public void Check(int generation)
    {
        var last = Completed.Count == 0 ? 0 : Completed[^1];
        (generation == last || (generation > last && Unanswered.Contains(generation)))
            .ShouldBeTrue($"the dataset has generation {generation}; completed last was {last}; unanswered {string.Join(' ', Unanswered)}");
    }

    async Task StartAsync(ApiClient api)
    {
        var generation = ++_next;
        var get = await api.UploadAsync("csv", generations.Csv(generation));
        Unanswered.Add(generation);
        var started = await api.DoAsync("PUT", $"datasets/{bulk}/items/import?autoId=true&implicitDelete=true",
            $$"""{"importLocation":{"method":"GET","url":"{{get}}"} }""");
        Unanswered.Remove(generation);
        _open.Add((generation, ApiClient.TicketUrl(started)));
    }

    async Task EndFirstAsync(ApiClient api)
    {
        var (generation, url) = _open[0];
        var ticket = await api.EndedAsync(url);
        _open.RemoveAt(0);
        if (ApiClient.Status(ticket) == "completed")
        {
            Completed.Add(generation);
            return;
        }

        // Only one that was interrupted again and again may give up.
        ticket.GetProperty("errors").EnumerateArray().Select(e => e.GetProperty("code").GetString()).ShouldBe(["50001"]);
        Failed.Add(generation);
    }
}
