using System.Text;
using System.Text.Json;
using Espalier.Engine.Changes.Actions;
using Espalier.Engine.Changes.Resolving;
using Espalier.Engine.Columns;
using Espalier.Engine.Linking;
using Espalier.Server.Exports.Writing;
using Espalier.Server.Http;

namespace Espalier.Server.Imports;

/// <summary>
/// An import's result, api.md 10.9: an entry for each action, then for each item that was deleted because the payload did
/// not name it. An entry says by what its item is identified; where there is none, by what the action identified it. A synchronous
/// one echoes the action that was asked for, an asynchronous one what it came to.
/// </summary>
sealed class ImportResultPieces : IPieces
{
    const int Entries = 8 * 1024;

    static readonly byte[][] Statuses = [.. new[] { "success", "skipped", "implicitDelete" }.Select(s => Encoding.UTF8.GetBytes($"{{\"_status\":\"{s}\""))];
    static readonly byte[][] Actions = [.. ItemActions.Names.Select(a => a.Length == 0 ? [] : Encoding.UTF8.GetBytes($",\"_action\":\"{a}\""))];

    readonly Resolution _resolution;
    readonly ImportSettings _settings;
    readonly bool _echoesRequest;
    readonly Identifier[] _identifiers;
    readonly byte[][] _asked;
    readonly IdColumn _stored;
    readonly IdColumn _created;

    public ImportResultPieces(Resolution resolution, ImportSettings settings, bool echoesRequest)
    {
        _resolution = resolution;
        _settings = settings;
        _echoesRequest = echoesRequest;
        _stored = new(resolution.Base.Ids);
        _created = new(resolution.Changes.Created.Ids);
        string[] asked = settings.Identification == Identification.AutoId ? [resolution.Base.Definition.AutoId] : [.. settings.Keys.Distinct()];
        string[] kept = settings.Links is null ? asked : [LinkProperties.Id];
        _asked = [.. asked.Select(Name)];
        _identifiers = [.. kept.Select(key => new Identifier(Name(key), resolution.Base.Column(key),
            resolution.Changes.Created.Columns.FirstOrDefault(column => column.Key == key)?.Column))];
    }

    public int Rows => _resolution.Results.Count;

    public int Count => Math.Max(1, (Rows + Entries - 1) / Entries);

    public void Write(int piece, ByteBuffer into)
    {
        if (piece == 0)
            into.Write((byte)'[');
        var end = Math.Min(Rows, (piece + 1) * Entries);
        for (var entry = piece * Entries; entry < end; entry++)
        {
            if (entry > 0)
                into.Write((byte)',');
            WriteEntry(entry, into);
        }
        if (piece == Count - 1)
            into.Write((byte)']');
    }

    void WriteEntry(int entry, ByteBuffer into)
    {
        var result = _resolution.Results[entry];
        into.Write(Statuses[(int)result.Status]);
        if (result.Row != ActionResult.NoRow)
        {
            into.Write(",\"_id\":\""u8);
            if (result.Row >= 0)
                _stored.Print(result.Row, into.Room(IdColumn.Length));
            else
                _created.Print(~result.Row, into.Room(IdColumn.Length));
            into.Advance(IdColumn.Length);
            into.Write((byte)'"');
        }
        into.Write(Actions[(int)(_echoesRequest ? result.Requested : result.Resolved)]);
        if (result.Row != ActionResult.NoRow)
            foreach (var identifier in _identifiers)
                WriteIdentifier(identifier, result.Row, into);
        else if (_resolution.Results.IdentityOf(entry) is { Count: > 0 } identity)
            for (var k = 0; k < identity.Count; k++)
                WriteIdentifier(_asked[k], identity[k], into);
        if (result.Status == ResultStatus.Skipped && _resolution.Results.ProblemsOf(entry) is { Count: > 0 } problems)
        {
            into.Write(",\"_errors\":"u8);
            into.Write(JsonSerializer.SerializeToUtf8Bytes(ProblemTexts.Of(problems, _settings), Json.Options));
        }
        into.Write((byte)'}');
    }

    static void WriteIdentifier(Identifier identifier, int row, ByteBuffer into)
    {
        var column = row >= 0 ? identifier.Stored : identifier.Created;
        var at = row >= 0 ? row : ~row;
        if (column is null || column.IsBlank(at))
            return;
        into.Write(identifier.Name);
        Print.JsonCell(column, at, into);
    }

    static void WriteIdentifier(byte[] name, Cell cell, ByteBuffer into)
    {
        if (cell.IsBlank)
            return;
        into.Write(name);
        Print.JsonCell(cell, into);
    }

    static byte[] Name(string key)
    {
        using var name = new ByteBuffer(64);
        name.Write((byte)',');
        Print.JsonText(key, name);
        name.Write((byte)':');
        return name.Written.ToArray();
    }

    /// <summary>A property by which items were identified, and where its values are.</summary>
    /// <param name="Name">The member's name as JSON, with the comma before and the colon after it.</param>
    sealed record Identifier(byte[] Name, Column Stored, Column? Created);
}
