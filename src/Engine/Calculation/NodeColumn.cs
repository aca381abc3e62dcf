using System.Globalization;
using Espalier.Engine.Columns;

namespace Espalier.Engine.Calculation;

/// <summary>Where a node's column comes from.</summary>
public enum ColumnOrigin : byte
{
    /// <summary>A property of the dataset.</summary>
    Property,

    /// <summary>Made by the server for exports: <c>_depth</c>, <c>_is_leaf</c>, …</summary>
    Generated,

    /// <summary>Kept by the server about each item: <c>_id</c>, <c>_modifiedAt</c>, …</summary>
    Internal,
}

/// <summary>A column that a node shows, under the key by which filters and projections name it.</summary>
public sealed class NodeColumn
{
    readonly Lazy<Column> _column;

    internal NodeColumn(string key, string name, PropertyType type, ColumnOrigin origin, int position, Func<Column> column)
    {
        Position = position;
        Key = key;
        Name = name;
        Type = type;
        Origin = origin;
        _column = new(column);
    }

    public string Key { get; }

    /// <summary>What a header shows.</summary>
    public string Name { get; }

    public PropertyType Type { get; }

    public ColumnOrigin Origin { get; }

    /// <summary>Orders columns where nothing else does: properties, then generated ones, levels, internal ones.</summary>
    internal int Position { get; }

    /// <summary>Whether dates always print with their time of day, also at midnight.</summary>
    public bool ShowsTime => Key == NodeColumns.ModifiedAt;

    /// <summary>The values; computed when they are first asked for.</summary>
    public Column Column => _column.Value;

    /// <summary>A key without underscores, its words capitalised: <c>_outgoing_count</c> is <c>Outgoing Count</c>.</summary>
    internal static string NameOf(string key) => string.Join(' ', key.Split('_', StringSplitOptions.RemoveEmptyEntries)
        .Select(word => char.ToUpper(word[0], CultureInfo.InvariantCulture) + word[1..]));
}
