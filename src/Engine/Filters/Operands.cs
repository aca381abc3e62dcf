using System.Text;
using Espalier.Engine.Columns;

namespace Espalier.Engine.Filters;

/// <summary>Converts operands to a column's type, by the rules of api.md 8; null when an operand does not convert.</summary>
static class Operands
{
    public static double? Number(Cell operand) => operand.Kind switch
    {
        CellKind.Number => operand.Number,
        CellKind.Text when Conversion.TryNumber(Utf8(operand), out var number) => number,
        _ => null,
    };

    public static long? Date(Cell operand) => operand.Kind switch
    {
        CellKind.Date => (long)operand.Number,
        CellKind.Text when Dates.TryParse(Utf8(operand), DateFormat.Iso, out var date) => date,
        _ => null,
    };

    public static long? Flag(Cell operand) => operand.Kind switch
    {
        CellKind.Boolean => (long)operand.Number,
        CellKind.Text when Conversion.TryFlag(Utf8(operand), out var flag) => flag ? 1 : 0,
        _ => null,
    };

    /// <summary>A text as it is, others as they print; for order comparisons only texts.</summary>
    public static byte[]? Text(Cell operand, bool forOrder) =>
        operand.IsBlank || forOrder && operand.Kind != CellKind.Text ? null : Utf8(operand);

    static byte[] Utf8(Cell operand) => Encoding.UTF8.GetBytes(operand.ToString());
}
