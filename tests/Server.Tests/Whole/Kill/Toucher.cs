using System.Text.Json;
using Espalier.Server.Tests.Support;

namespace Espalier.Server.Tests.Whole.Kill;

/// <summary>
/// A client that changes rows of its own, one at a time, with numbers that only grow, and creates a row now and then. It
/// knows of each row what was acknowledged last, and what was sent last without an answer.
/// </summary>
sealed class Toucher(int number, string bulk, string own)
{
    const int Rows = 5;

    readonly Dictionary<int, (int Acknowledged, int Sent)> _touched = [];
    readonly Dictionary<int, bool> _created = [];
    int _next;

    public int Acknowledged { get; private set; }

    /// <summary>Works until the server dies.</summary>
    public async Task WorkAsync(ServerProcess server)
    {
        using var api = server.Client("T1", TimeSpan.FromSeconds(30));
        try
        {
            while (true)
            {
                var id = 1 + number * Rows + ++_next % Rows;
                _touched[id] = (_touched.GetValueOrDefault(id).Acknowledged, _next);
                await WriteAsync(api, bulk, $$"""[{"_action":"update","id":{{id}},"touched":{{_next}}}]""");
                _touched[id] = (_next, _next);

                if (_next % 3 != 0)
                    continue;
                id = (number + 1) * 1_000_000 + _next;
                _created[id] = false;
                await WriteAsync(api, own, $$"""[{"_action":"create","id":{{id}},"name":"Row {{id}}","touched":{{_next}}}]""");
                _created[id] = true;
            }
        }
        catch (HttpRequestException)
        {
            // The server is dead: the last request may have been performed or not.
        }
    }

    /// <summary>Every acknowledged change is there, and nothing that was never sent.</summary>
    public void Check(IReadOnlyDictionary<int, JsonElement> bulkItems, IReadOnlyDictionary<int, JsonElement> ownItems)
    {
        foreach (var (id, (acknowledged, sent)) in _touched.ToList())
        {
            var found = bulkItems[id].TryGetProperty("touched", out var value) ? value.GetInt32() : 0;
            (found == acknowledged || found == sent).ShouldBeTrue($"row {id} has {found}, acknowledged {acknowledged}, sent {sent}");
            _touched[id] = (found, found);
        }
        foreach (var (id, acknowledged) in _created.ToList())
        {
            var found = ownItems.ContainsKey(id);
            (found || !acknowledged).ShouldBeTrue($"row {id} was acknowledged and is gone");
            if (found)
                ownItems[id].GetProperty("touched").GetInt32().ShouldBe(id % 1_000_000);
            _created[id] = found;
            if (!found)
                _created.Remove(id);
        }
        ownItems.Keys.Where(id => id / 1_000_000 == number + 1).ShouldBe(_created.Keys, ignoreOrder: true);
    }

    async Task WriteAsync(ApiClient api, string dataset, string actions)
    {
        await api.DoAsync("PUT", $"datasets/{dataset}/items?autoId=true", actions);
        Acknowledged++;
    }
}
