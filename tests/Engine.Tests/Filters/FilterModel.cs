using System.Globalization;
using Espalier.Engine.Columns;
using Espalier.Engine.Filters;

namespace Espalier.Engine.Tests.Filters;

/// <summary>The rules of conditions for one value at a time, slow and obvious.</summary>
static class FilterModel
{
    public static bool Passes(Condition condition, Cell value, PropertyType type) => condition.Comparison switch
    {
        Comparison.In => condition.Operands.Any(o => Same(value, o, type)),
        Comparison.NotIn => !condition.Operands.Any(o => Same(value, o, type)),
        Comparison.Greater => Order(value, condition.Operands[0], type) > 0,
        Comparison.GreaterOrEqual => Order(value, condition.Operands[0], type) >= 0,
        Comparison.Less => Order(value, condition.Operands[0], type) < 0,
        _ => Order(value, condition.Operands[0], type) <= 0,
    };

    static bool Same(Cell value, Cell operand, PropertyType type)
    {
        if (value.IsBlank || operand.IsBlank)
            return value.IsBlank && operand.IsBlank;
        return type == PropertyType.Text ? value.Text == operand.ToString() : Order(value, operand, type) == 0;
    }

    /// <summary>Null when the two do not compare.</summary>
    static int? Order(Cell value, Cell operand, PropertyType type)
    {
        if (value.IsBlank || operand.IsBlank)
            return null;
        switch (type)
        {
            case PropertyType.Text:
                return operand.Kind == CellKind.Text ? CodePoints(value.Text!, operand.Text!) : null;
            case PropertyType.Number:
                return operand.Kind == CellKind.Number ? value.Number.CompareTo(operand.Number)
                    : operand.Kind == CellKind.Text && double.TryParse(operand.Text, CultureInfo.InvariantCulture, out var number)
                        ? value.Number.CompareTo(number) : null;
            case PropertyType.Boolean:
                return operand.Kind == CellKind.Boolean ? value.Number.CompareTo(operand.Number)
                    : operand.Kind == CellKind.Text && bool.TryParse(operand.Text, out var flag) ? value.Number.CompareTo(flag ? 1 : 0) : null;
            default:
                return operand.Kind == CellKind.Text && DateTimeOffset.TryParse(
                    operand.Text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var date) && operand.Text!.Length >= 10
                        ? ((long)value.Number).CompareTo(date.ToUnixTimeMilliseconds()) : null;
        }
    }

    static int CodePoints(string a, string b) => a.EnumerateRunes().Select(r => r.Value).Concat([-1])
        .Zip(b.EnumerateRunes().Select(r => r.Value).Concat([-1])).Select(pair => pair.First.CompareTo(pair.Second))
        .FirstOrDefault(order => order != 0);
}
