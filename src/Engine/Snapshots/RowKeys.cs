using Espalier.Engine.Columns;
using Espalier.Engine.Columns.Packing;

namespace Espalier.Engine.Snapshots;

/// <summary>Hashes the rows' keys: the internal id, or the values of one or more properties.</summary>
public readonly struct RowKeys
{
    readonly GuidList? _ids;
    readonly Column[] _columns;

    internal RowKeys(Snapshot snapshot, string name)
    {
        _ids = name == Snapshot.IdKey ? snapshot.Ids : null;
        _columns = _ids is null ? [.. name.Split('\0').Select(snapshot.Column)] : [];
    }

    /// <summary>False when a part of the key is blank: such a row cannot be found by it.</summary>
    public bool TryHash(int row, out uint hash)
    {
        if (_ids is not null)
        {
            hash = Hashing.Of(_ids[row]);
            return true;
        }
        hash = 0;
        for (var c = 0; c < _columns.Length; c++)
        {
            uint part;
            if (_columns[c] is TextColumn text)
            {
                var utf8 = text.Utf8(row);
                if (utf8.IsEmpty)
                    return false;
                part = Hashing.Of(utf8);
            }
            else
            {
                var pattern = ((IStoredColumn)_columns[c]).Cells[row];
                if (pattern == Chunk.Blank)
                    return false;
                part = Hashing.Of(pattern);
            }
            hash = c == 0 ? part : Hashing.Join(hash, part);
        }
        return true;
    }
}
