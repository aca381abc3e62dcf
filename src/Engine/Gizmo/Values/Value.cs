using System.Runtime.CompilerServices;
using Espalier.Engine.Columns;

namespace Espalier.Engine.Gizmo.Values;

/// <summary>What a value is.</summary>
public enum ValueKind : byte
{
    Blank,
    Number,
    Text,
    Boolean,

    /// <summary>An instant, as milliseconds since 1970-01-01 UTC.</summary>
    Date,

    /// <summary>A row of a dataset.</summary>
    Node,

    /// <summary>A row of a links dataset, seen from one of its ends.</summary>
    Link,
    Object,
    Array,
    Function,
    Collection,

    /// <summary>One of the names that the host gives: <c>is</c>, <c>Math</c>, <c>view</c>, …</summary>
    Host,
}

/// <summary>
/// A value of an expression. A number is always finite: what would be NaN or infinite is blank. Equality of the struct is
/// that of its bits and references; the language's is in <see cref="Coercion"/>.
/// </summary>
public readonly struct Value : IEquatable<Value>
{
    readonly double _number;
    readonly object? _object;

    Value(ValueKind kind, double number, object? value)
    {
        Kind = kind;
        _number = number;
        _object = value;
    }

    public static readonly Value Blank;

    public static readonly Value True = new(ValueKind.Boolean, 1, null), False = new(ValueKind.Boolean, 0, null);

    public ValueKind Kind { get; }

    public bool IsBlank => Kind == ValueKind.Blank;

    /// <summary>The number; for others what it is made of.</summary>
    public double Number => _number;

    public bool Boolean => _number != 0;

    /// <summary>A date's milliseconds.</summary>
    public long Milliseconds => (long)_number;

    public string Text => (string)_object!;

    /// <summary>The row of a node or link; −1 for the row of a lookup that is not there.</summary>
    public int Row => (int)_number;

    internal GizmoDataset Dataset => (GizmoDataset)_object!;

    internal LinkSide Side => (LinkSide)_object!;

    internal Items Items => (Items)_object!;

    internal ArrayValue Array => (ArrayValue)_object!;

    internal ObjectValue Object => (ObjectValue)_object!;

    internal Callable Function => (Callable)_object!;

    internal Host Host => (Host)_object!;

    public static Value Of(double number) => double.IsFinite(number) ? new(ValueKind.Number, number, null) : Blank;

    public static Value Of(string text) => new(ValueKind.Text, 0, text);

    public static Value Of(bool flag) => flag ? True : False;

    /// <summary>A date; blank beyond the years 1 to 9999.</summary>
    public static Value Date(double milliseconds) =>
        milliseconds is >= -62135596800000 and <= 253402300799999 ? new(ValueKind.Date, Math.Floor(milliseconds), null) : Blank;

    internal static Value Node(GizmoDataset dataset, int row) => new(ValueKind.Node, row, dataset);

    internal static Value Link(LinkSide side, int row) => new(ValueKind.Link, row, side);

    internal static Value Of(Items items) => new(ValueKind.Collection, 0, items);

    internal static Value Of(Value[] array) => new(ValueKind.Array, 0, new ArrayValue(array));

    internal static Value Of(ObjectValue value) => new(ValueKind.Object, 0, value);

    internal static Value Of(Callable function) => new(ValueKind.Function, 0, function);

    internal static Value Of(Host host) => new(ValueKind.Host, 0, host);

    public static Value Of(Cell cell) => cell.Kind switch
    {
        CellKind.Number => Of(cell.Number),
        CellKind.Text => Of(cell.Text!),
        CellKind.Boolean => Of(cell.Number != 0),
        CellKind.Date => Date(cell.Number),
        _ => Blank,
    };

    public bool Equals(Value other) =>
        Kind == other.Kind && _number.Equals(other._number)
        && (Kind == ValueKind.Text ? Text == other.Text : ReferenceEquals(_object, other._object));

    public override bool Equals(object? obj) => obj is Value other && Equals(other);

    public override int GetHashCode() =>
        HashCode.Combine(Kind, _number, Kind == ValueKind.Text ? Text.GetHashCode(StringComparison.Ordinal) : _object is null ? 0 : RuntimeHelpers.GetHashCode(_object));

    public static bool operator ==(Value left, Value right) => left.Equals(right);

    public static bool operator !=(Value left, Value right) => !left.Equals(right);

    /// <summary>The value as text: what a text property would hold.</summary>
    public override string ToString() => Coercion.ToText(this);
}
