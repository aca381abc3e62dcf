using System.Text;
using Espalier.Engine.Changes.Actions;
using Espalier.Engine.Columns;
using Espalier.Engine.Snapshots;
using Espalier.Server.Imports.Payloads;

namespace Espalier.Server.Tests.Imports.Payloads;

/// <summary>Reads payloads of a small dataset (id, name, 'start date') and writes what was read in a form that tests can compare.</summary>
static class PayloadText
{
    public static readonly DatasetDefinition People = Define("id", "name", "start date");

    public static DatasetDefinition Define(params string[] keys) =>
        new("People", "PEOPLE", keys[0], keys[^1], [.. keys.Select(key => new Property(key, PropertyType.Text))]);

    /// <summary>Each action as <c>_action=create|id=1</c>; absent cells are left out. JSON tokens other than texts are marked.</summary>
    public static Task<List<string>> ReadAsync(string text, PayloadFormat? format, int chunk = int.MaxValue, PayloadLimits? limits = null) =>
        ReadAsync(Encoding.UTF8.GetBytes(text), format, chunk, limits);

    public static async Task<List<string>> ReadAsync(
        byte[] bytes, PayloadFormat? format, int chunk = int.MaxValue, PayloadLimits? limits = null, DatasetDefinition? definition = null)
    {
        definition ??= People;
        List<string> actions = [];
        var ct = TestContext.Current.CancellationToken;
        await using var reader = await PayloadReader.OpenAsync(new ChunkedStream(bytes, chunk), format, definition, limits ?? new(), ct);
        while (await reader.ReadAsync(ct) is { } batch)
        {
            batch.First.ShouldBe(actions.Count);
            for (var i = 0; i < batch.Count; i++)
                actions.Add(Print(batch, i, definition));
            batch.Dispose();
        }
        (await reader.ReadAsync(ct)).ShouldBeNull();
        reader.BytesRead.ShouldBe(bytes.Length);
        return actions;
    }

    static string Print(ActionBatch batch, int action, DatasetDefinition definition)
    {
        List<string> cells = [];
        Add("_action", batch.Action);
        Add("_id", batch.Id);
        Add("_sortOrder", batch.SortOrder);
        for (var p = 0; p < definition.Properties.Length; p++)
            Add(definition.Properties[p].Key, batch.Property(p));
        foreach (var problem in batch.Problems)
            if (problem.Action == batch.First + action)
                cells.Add($"!{problem.Kind} {problem.Key}".TrimEnd());
        return string.Join('|', cells);

        void Add(string name, CellVector? vector)
        {
            if (vector is null || vector.Tokens[action] == CellToken.Absent)
                return;
            var text = Encoding.UTF8.GetString(batch.Text(vector, action));
            cells.Add(vector.Tokens[action] switch
            {
                CellToken.Text => $"{name}={text}",
                CellToken.Number => $"{name}=#{text}",
                var token => $"{name}:{token}",
            });
        }
    }
}

/// <summary>Gives its bytes in small pieces, as networks do.</summary>
sealed class ChunkedStream(byte[] bytes, int chunk) : MemoryStream(bytes)
{
    public override int Read(Span<byte> buffer) => base.Read(buffer[..Math.Min(buffer.Length, chunk)]);

    public override int Read(byte[] buffer, int offset, int count) => base.Read(buffer, offset, Math.Min(count, chunk));

    public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) => new(Read(buffer.Span));
}
