using System.Text;
using Espalier.Engine.Columns;
using Espalier.Engine.Snapshots;

namespace Espalier.Engine.Drafts;

/// <summary>Single values on their way between a draft and a dataset, whose properties may have got another type meanwhile.</summary>
public static class CellValues
{
    /// <summary>A stored cell; a text that did not survive a change of the property's type is a text.</summary>
    public static Cell Of(Column column, int row) =>
        column[row] is { IsBlank: false } cell ? cell : column.Raw?[row] is { } raw ? Cell.Of(raw) : Cell.Blank;

    /// <summary>The stored cell of a property, or the sort order.</summary>
    public static Cell Of(Snapshot snapshot, string key, int row) =>
        key == Changes.ChangeSet.SortOrderKey ? Cell.Of(snapshot.SortOrders.At(row)) : Of(snapshot.Column(key), row);

    /// <summary>The value as a property of this type holds it; null when it does not convert.</summary>
    public static Cell? As(Cell cell, PropertyType type)
    {
        if (cell.IsBlank || KindOf(type) == cell.Kind)
            return cell;
        if (type == PropertyType.Text)
            return Cell.Of(cell.ToString());
        if (!Conversion.TryPattern(type, Encoding.UTF8.GetBytes(cell.ToString()), DateFormat.Iso, null, out var pattern))
            return null;
        return type switch
        {
            PropertyType.Number => Cell.Of(BitConverter.Int64BitsToDouble(pattern)),
            PropertyType.Date => Cell.Date(pattern),
            _ => Cell.Of(pattern != 0),
        };
    }

    /// <summary>Whether the dataset knows the key: as a property, or as the sort order.</summary>
    internal static bool Has(this DatasetDefinition definition, string key) => key == Changes.ChangeSet.SortOrderKey || definition.PositionOf(key) >= 0;

    internal static PropertyType TypeOf(this DatasetDefinition definition, string key) =>
        key == Changes.ChangeSet.SortOrderKey ? PropertyType.Number : definition.Find(key)!.Type;

    static CellKind KindOf(PropertyType type) => type switch
    {
        PropertyType.Number => CellKind.Number,
        PropertyType.Date => CellKind.Date,
        PropertyType.Boolean => CellKind.Boolean,
        _ => CellKind.Text,
    };
}
