using System.Globalization;
using Espalier.Engine.Columns;

namespace Espalier.Engine.Gizmo.Values;

/// <summary>How one type stands for another, and how values compare.</summary>
static class Coercion
{
    /// <summary>A collection in the place of a scalar stands for its first item.</summary>
    public static Value Scalar(Value value)
    {
        while (value.Kind == ValueKind.Collection)
            value = value.Items.First;
        return value;
    }

    /// <summary>The number; NaN when it is none. A text counts when it is a number as a whole.</summary>
    public static double ToNumber(Value value)
    {
        value = Scalar(value);
        return value.Kind switch
        {
            ValueKind.Number or ValueKind.Boolean => value.Number,
            ValueKind.Text => TryNumber(value.Text, out var number) ? number : double.NaN,
            _ => double.NaN,
        };
    }

    public static bool TryNumber(string text, out double number) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out number) ? double.IsFinite(number) : TryHex(text.AsSpan().Trim(), out number);

    static bool TryHex(ReadOnlySpan<char> text, out double number)
    {
        number = 0;
        var isHex = text.StartsWith("0x", StringComparison.OrdinalIgnoreCase)
            && ulong.TryParse(text[2..], NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var whole) && (number = whole) >= 0;
        return isHex;
    }

    /// <summary>The shortest decimal form, as in JavaScript: with an exponent only from 1e21 on and below 1e-6.</summary>
    public static string ToText(double number)
    {
        var text = number == 0 ? "0" : number.ToString(CultureInfo.InvariantCulture);
        var e = text.IndexOf('E', StringComparison.Ordinal);
        if (e < 0)
            return text;
        var exponent = int.Parse(text.AsSpan(e + 1), CultureInfo.InvariantCulture);
        var sign = number < 0 ? "-" : "";
        var digits = text[sign.Length..e].Replace(".", "", StringComparison.Ordinal);
        return exponent switch
        {
            >= 21 or < -6 => $"{text[..e]}e{(exponent < 0 ? "-" : "+")}{Math.Abs(exponent)}",
            < 0 => sign + "0." + new string('0', -exponent - 1) + digits,
            _ when digits.Length <= exponent => sign + digits.PadRight(exponent + 1, '0'),
            _ => sign + digits[..(exponent + 1)] + (digits.Length > exponent + 1 ? "." + digits[(exponent + 1)..] : ""),
        };
    }

    /// <summary>What a text property would hold.</summary>
    public static string ToText(Value value) => value.Kind switch
    {
        ValueKind.Number => ToText(value.Number),
        ValueKind.Text => value.Text,
        ValueKind.Boolean => value.Boolean ? "true" : "false",
        ValueKind.Date => Dates.Print(value.Milliseconds),
        ValueKind.Node => value.Row < 0 ? "" : value.Dataset.Label(value.Row),
        ValueKind.Link => value.Side.Table.Links.Id(value.Row),
        ValueKind.Collection or ValueKind.Array => ListText.Of(value),
        _ => "",
    };

    /// <summary>Whether the text has no half of a character: columns cannot hold one.</summary>
    public static bool IsWellFormed(string text)
    {
        for (var i = 0; i < text.Length; i++)
            if (char.IsSurrogate(text[i]) && !(char.IsHighSurrogate(text[i]) && i + 1 < text.Length && char.IsLowSurrogate(text[++i])))
                return false;
        return true;
    }

    public static bool IsTrue(Value value)
    {
        value = Scalar(value);
        return value.Kind switch
        {
            ValueKind.Blank => false,
            ValueKind.Number or ValueKind.Boolean => value.Number != 0,
            ValueKind.Text => value.Text.Length > 0,
            ValueKind.Node => value.Row >= 0,
            _ => true,
        };
    }

    /// <summary>Blank, an empty text, or the row of a lookup that is not there.</summary>
    public static bool IsBlank(Value value)
    {
        value = Scalar(value);
        return value.IsBlank || value.Kind == ValueKind.Text && value.Text.Length == 0 || value.Kind == ValueKind.Node && value.Row < 0;
    }

    /// <summary><c>==</c>. Two collections are equal only when they are the same one.</summary>
    public static bool LooseEquals(Value a, Value b)
    {
        if (a.Kind == ValueKind.Collection && b.Kind == ValueKind.Collection)
            return ReferenceEquals(a.Items, b.Items);
        return ScalarEquals(Scalar(a), Scalar(b));
    }

    public static bool ScalarEquals(Value a, Value b)
    {
        if (IsBlank(a) || IsBlank(b))
            return IsBlank(a) && IsBlank(b);
        if (a.Kind == b.Kind)
            return StrictEquals(a, b);
        return a.Kind is ValueKind.Number or ValueKind.Boolean or ValueKind.Text && b.Kind is ValueKind.Number or ValueKind.Boolean or ValueKind.Text
            && ToNumber(a) == ToNumber(b);
    }

    /// <summary><c>isEq</c>: types must agree, and blank is blank.</summary>
    public static bool SameValue(Value a, Value b)
    {
        a = Scalar(a);
        b = Scalar(b);
        return IsBlank(a) || IsBlank(b) ? IsBlank(a) && IsBlank(b) : a == b;
    }

    /// <summary><c>===</c>: type and value, after a collection of one was unwrapped.</summary>
    public static bool StrictEquals(Value a, Value b)
    {
        if (a.Kind == ValueKind.Collection && b.Kind == ValueKind.Collection)
            return ReferenceEquals(a.Items, b.Items);
        if (a.Kind == ValueKind.Collection && a.Items.Count <= 1)
            a = Scalar(a);
        if (b.Kind == ValueKind.Collection && b.Items.Count <= 1)
            b = Scalar(b);
        return a == b;
    }

    /// <summary>The order of two values that can be compared; null when they cannot.</summary>
    public static int? Compare(Value a, Value b)
    {
        a = Scalar(a);
        b = Scalar(b);
        if (a.Kind == ValueKind.Text && b.Kind == ValueKind.Text)
            return string.CompareOrdinal(a.Text, b.Text);
        if (a.Kind == ValueKind.Date && b.Kind == ValueKind.Date)
            return a.Number.CompareTo(b.Number);
        if (a.Kind is not (ValueKind.Number or ValueKind.Boolean or ValueKind.Text) || b.Kind is not (ValueKind.Number or ValueKind.Boolean or ValueKind.Text))
            return null;
        double x = ToNumber(a), y = ToNumber(b);
        return double.IsNaN(x) || double.IsNaN(y) ? null : x.CompareTo(y);
    }

    /// <summary>Numbers before texts, dates among dates, the rest, and blanks last whichever the direction.</summary>
    public static int SortOrder(Value a, Value b, bool descending)
    {
        a = Scalar(a);
        b = Scalar(b);
        int x = Rank(a), y = Rank(b);
        if (x == 9 || y == 9)
            return x.CompareTo(y);
        var order = x != y ? x.CompareTo(y) : Compare(a, b) ?? 0;
        return descending ? -order : order;
    }

    static int Rank(Value value) => value.Kind switch
    {
        ValueKind.Blank => 9,
        ValueKind.Number or ValueKind.Boolean => 0,
        ValueKind.Date => 1,
        ValueKind.Text => value.Text.Length == 0 ? 9 : 2,
        _ => 3,
    };

    /// <summary>Items of a collection or array; another value is its only item.</summary>
    public static Value[] List(Value value) => value.Kind switch
    {
        ValueKind.Collection => value.Items.List,
        ValueKind.Array => value.Array.List,
        ValueKind.Blank => [],
        _ => [value],
    };

    /// <summary>A collection of one gives its item; others stay.</summary>
    public static Value Unwrap(Value value) => value.Kind == ValueKind.Collection && value.Items.Count == 1 ? value.Items.First : value;
}
