using System.Text;
using System.Text.Json;

namespace Espalier.Server.Tests.Whole.Kill;

/// <summary>
/// What imports write. Each has a generation number of its own and writes it to every row; the rows of one generation are
/// not quite those of the next, so that each creates, updates and implicitly deletes.
/// </summary>
sealed class Generations(int rows)
{
    public const string Definition = """
        {"name":"Bulk","type":"PEOPLE","autoId":"id","labelId":"name","properties":[
         {"key":"id","type":"number"},{"key":"name","type":"text"},{"key":"generation","type":"number"},{"key":"touched","type":"number"}]}
        """;

    /// <summary>Rows of every generation, which clients touch meanwhile; imports leave their <c>touched</c> alone.</summary>
    public const int Lasting = 100;

    public IEnumerable<int> Ids(int generation) =>
        Enumerable.Range(1, Lasting).Concat(Enumerable.Range(1000 + generation * 7 % 500, rows));

    public byte[] Csv(int generation) => Encoding.UTF8.GetBytes("_action,id,name,generation\n"
        + string.Concat(Ids(generation).Select(id => $"createOrUpdate,{id},Person {id},{generation}\n")));

    /// <summary>The one generation that all items are of; 0 when there is none yet. Any mixture is a half-applied import.</summary>
    public int Check(IEnumerable<JsonElement> items)
    {
        var all = items.Select(item => (Id: item.GetProperty("id").GetInt32(),
            Generation: item.TryGetProperty("generation", out var g) ? g.GetInt32() : 0)).ToList();
        var generation = all.Select(item => item.Generation).Distinct().ShouldHaveSingleItem();
        if (generation > 0)
            all.Select(item => item.Id).Order().ShouldBe(Ids(generation).Order(), $"generation {generation}");
        return generation;
    }
}
