using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Espalier.Engine.Columns;
using Espalier.Engine.Gizmo.Planning;

namespace Espalier.Engine.Gizmo.Values;

/// <summary>How a result becomes a cell of a property's type. What does not fit gives a blank, or a text, and the reason.</summary>
static partial class Storing
{
    public static Cell ToCell(Value value, PropertyType type, out string? error)
    {
        try
        {
            return Convert(value, type, out error);
        }
        catch (CellTrouble trouble)
        {
            error = trouble.Message;
            return Cell.Blank;
        }
    }

    static Cell Convert(Value value, PropertyType type, out string? error)
    {
        error = null;
        if (value.Kind is ValueKind.Collection or ValueKind.Array)
        {
            var list = Coercion.List(value);
            value = list.Length == 0 ? Value.Blank
                : list.Length == 1 ? list[0]
                : type == PropertyType.Text ? Value.Of(ListText.Of(Value.Of(new Items(ItemKind.Values, list))))
                : type == PropertyType.Boolean ? list[0]
                : Array.Find(list, v => v.Kind == (type == PropertyType.Date ? ValueKind.Date : ValueKind.Number));
        }
        switch (value.Kind)
        {
            case ValueKind.Blank:
            case ValueKind.Node when value.Row < 0:
                return Cell.Blank;
            case ValueKind.Collection or ValueKind.Array or ValueKind.Object or ValueKind.Function or ValueKind.Host:
                error = "The result is not a value that a cell can hold";
                return Cell.Blank;
        }
        Cell? cell = type switch
        {
            PropertyType.Text => Cell.Of(Coercion.ToText(value)),
            PropertyType.Number => ToNumber(value),
            PropertyType.Date => ToDate(value),
            _ => ToFlag(value),
        };
        if (cell is not { } found)
        {
            error = $"The result is not a {type.ToString().ToLowerInvariant()}: {Short(Coercion.ToText(value))}";
            return Cell.Blank;
        }
        return found;
    }

    static Cell? ToNumber(Value value) => value.Kind switch
    {
        ValueKind.Number => Cell.Of(value.Number),
        ValueKind.Boolean => Cell.Of(value.Boolean ? 1d : 0),
        ValueKind.Text when value.Text.Length == 0 => Cell.Blank,
        ValueKind.Text when TryNumber(value.Text, out var number) => Cell.Of(number),
        _ => null,
    };

    /// <summary>A number, perhaps with commas between groups of three digits before its point.</summary>
    static bool TryNumber(string text, out double number) =>
        double.TryParse(text, NumberStyles.Float | NumberStyles.AllowThousands, CultureInfo.InvariantCulture, out number) && double.IsFinite(number)
        && (!text.Contains(',', StringComparison.Ordinal) || Grouped().IsMatch(text));

    [GeneratedRegex(@"^\s*[+-]?[0-9]{1,3}(,[0-9]{3})+(\.[0-9]*)?\s*$", RegexOptions.CultureInvariant)]
    private static partial Regex Grouped();

    static Cell? ToDate(Value value) => value.Kind switch
    {
        ValueKind.Date => Cell.Date(value.Milliseconds),
        ValueKind.Text when value.Text.Length == 0 => Cell.Blank,
        ValueKind.Text when Dates.TryParse(Encoding.UTF8.GetBytes(value.Text), DateFormat.Iso, out var date) => Cell.Date(date),
        _ => null,
    };

    static Cell? ToFlag(Value value) => value.Kind switch
    {
        ValueKind.Boolean => Cell.Of(value.Boolean),
        ValueKind.Number => Cell.Of(value.Number != 0),
        ValueKind.Node or ValueKind.Link => Cell.Of(true),
        ValueKind.Text => value.Text.Trim().ToLowerInvariant() switch { "true" or "yes" => Cell.Of(true), "false" or "no" => Cell.Of(false), "" => Cell.Blank, _ => null },
        _ => null,
    };

    static string Short(string text) => text.Length > 40 ? text[..40] + "…" : text;
}
