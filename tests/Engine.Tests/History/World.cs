using System.Collections.Immutable;
using Espalier.Engine.Changes;
using Espalier.Engine.Changes.Resolving;
using Espalier.Engine.Columns;
using Espalier.Engine.History;
using Espalier.Engine.Snapshots;
using Espalier.Engine.Tests.Changes;
using Espalier.Engine.Tests.Oracles;

namespace Espalier.Engine.Tests.History;

/// <summary>A dataset with its whole log, each transaction of which has gone through the codec.</summary>
sealed class World
{
    public static readonly DatasetDefinition Definition = new DatasetDefinition("Staff", "PEOPLE", "code", "name",
        [new("code", PropertyType.Text), new("name", PropertyType.Text), new("pay", PropertyType.Number), new("born", PropertyType.Date)])
        .WithRequiredCore();

    readonly List<Snapshot> _states = [Snapshot.Empty(Definition, Stamp(1))];
    readonly List<ChangeSet> _log = [new(Stamp(1)) { Definition = Definition }];

    public static readonly Guid[] Ids = [.. Enumerable.Range(1, 5).Select(n => new Guid(n, 0, 0, [0, 0, 0, 0, 0, 0, 0, 7]))];

    public Snapshot Now => _states[^1];

    /// <summary>The state after each transaction.</summary>
    public IReadOnlyList<Snapshot> States => _states;

    public IReadOnlyList<ChangeSet> Log => _log;

    public void Import(params ModelAction[] actions)
    {
        var resolver = new Resolver(Now, new() { SkipInvalid = true });
        foreach (var batch in Payloads.Batches(Now.Definition, actions, []))
        {
            using (batch)
                resolver.Add(batch);
        }
        Commit(resolver.Finish(Stamp(_log.Count + 1)).Changes);
    }

    public void Configure(DatasetDefinition definition) =>
        Commit(new(Stamp(_log.Count + 1)) { Definition = Now.Definition.Equals(definition.WithRequiredCore()) ? null : definition.WithRequiredCore() });

    /// <param name="transaction">Its place in the log.</param>
    public Reversal Reverse(int transaction, ConflictRule rule = ConflictRule.Fail) => Reversal.Of(
        Now, _log[transaction], transaction == 0 ? null : _states[transaction - 1], rule, Stamp(_log.Count + 1));

    /// <summary>Reverses a transaction and commits that.</summary>
    public Reversal Undo(int transaction, ConflictRule rule = ConflictRule.Fail)
    {
        var reversal = Reverse(transaction, rule);
        Commit(reversal.Changes);
        return reversal;
    }

    public void Commit(ChangeSet changes)
    {
        if (changes.IsEmpty)
            return;
        changes = Codec.RoundTrip(changes);
        _states.Add(Now.With(changes));
        _log.Add(changes);
    }

    /// <summary>All that a snapshot shows but when items were changed: cells by item and key, with the sort order.</summary>
    public static Dictionary<Guid, ImmutableSortedDictionary<string, string>> Cells(Snapshot snapshot) => snapshot.Live.Rows().ToDictionary(
        row => snapshot.Ids[row],
        row => snapshot.Definition.Properties.Select((p, at) => KeyValuePair.Create(p.Key, Show(snapshot.Columns[at], row)))
            .Append(new(ChangeSet.SortOrderKey, Show(snapshot.SortOrders, row))).Where(c => c.Value.Length > 0).ToImmutableSortedDictionary());

    public static string Print(Dictionary<Guid, ImmutableSortedDictionary<string, string>> cells) => string.Join('\n',
        cells.OrderBy(item => item.Key).Select(item => $"{item.Key}: {string.Join(' ', item.Value.Select(c => $"{c.Key}={c.Value}"))}"));

    public static string Print(Snapshot snapshot) =>
        $"{System.Text.Encoding.UTF8.GetString(DefinitionJson.Write(snapshot.Definition))}\n{Print(Cells(snapshot))}";

    static string Show(Column column, int row) => column.Raw?[row] is { } raw ? $"{column[row]}!{raw}" : column[row].ToString();

    static TransactionStamp Stamp(long at) => TransactionStamp.New(at, "ana@example.com", "api");
}
