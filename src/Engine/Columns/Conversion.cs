using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using Espalier.Engine.Columns.Packing;

namespace Espalier.Engine.Columns;

/// <summary>Turns the text of a value into a property's type, by the rules of api.md 5.1.</summary>
public static class Conversion
{
    static readonly double[] PowersOfTen =
        [1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19, 1e20, 1e21, 1e22];

    /// <summary>
    /// Converts a text that is not empty to the pattern of a cell. A text goes into the pool. False when it does not fit.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static bool TryPattern(PropertyType type, ReadOnlySpan<byte> text, DateFormat format, TextPool? pool, out long pattern)
    {
        switch (type)
        {
            case PropertyType.Text:
                pattern = pool!.Add(text);
                return true;
            case PropertyType.Number:
                var isNumber = TryNumber(text, out var number);
                pattern = Pattern(number);
                return isNumber;
            case PropertyType.Date:
                return Dates.TryParse(text, format, out pattern);
            default:
                var isFlag = TryFlag(text, out var flag);
                pattern = flag ? 1 : 0;
                return isFlag;
        }
    }

    /// <summary>A number's bits; negative zero is zero.</summary>
    public static long Pattern(double number) => number == 0 ? 0 : BitConverter.DoubleToInt64Bits(number);

    /// <summary>The cell that a pattern stands for, where it is no text's.</summary>
    public static Cell CellOf(PropertyType type, long pattern) => type switch
    {
        PropertyType.Number => Cell.Of(BitConverter.Int64BitsToDouble(pattern)),
        PropertyType.Date => Cell.Date(pattern),
        _ => Cell.Of(pattern != 0),
    };

    /// <summary>A finite decimal or scientific number with blanks around it ignored; no thousands separators.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static bool TryNumber(ReadOnlySpan<byte> text, out double value)
    {
        // Up to 15 digits and a decimal point: the quotient of two exact doubles is the correctly rounded value.
        var at = text.Length > 0 && text[0] == '-' ? 1 : 0;
        long digits = 0;
        int seen = 0, point = -1;
        var i = at;
        for (; i < text.Length && seen <= 15; i++)
        {
            var digit = text[i] - '0';
            if ((uint)digit <= 9)
            {
                digits = digits * 10 + digit;
                seen++;
            }
            else if (text[i] == '.' && point < 0)
                point = i;
            else
                break;
        }
        if (i == text.Length && seen is > 0 and <= 15)
        {
            value = point < 0 ? digits : digits / PowersOfTen[text.Length - point - 1];
            if (at == 1)
                value = -value;
            return true;
        }
        return double.TryParse(Dates.Trim(text), NumberStyles.Float, CultureInfo.InvariantCulture, out value) && double.IsFinite(value);
    }

    /// <summary>
    /// A finite number of a JSON text as a text property keeps it: its shortest decimal form, with all its digits, also those that a double would not hold.
    /// </summary>
    public static string DecimalText(ReadOnlySpan<byte> number)
    {
        if (number.IndexOfAny((byte)'e', (byte)'E') >= 0)
        {
            var value = double.Parse(number, CultureInfo.InvariantCulture);
            return Math.Abs(value) is 0 or > 1e-28 and < 1e28 ? decimal.Parse(number, NumberStyles.Float, CultureInfo.InvariantCulture).ToString("0.#############################", CultureInfo.InvariantCulture)
                : value.ToString(CultureInfo.InvariantCulture);
        }
        if (number.Contains((byte)'.'))
            number = number.TrimEnd((byte)'0').TrimEnd((byte)'.');
        return number is [(byte)'-', (byte)'0'] ? "0" : Encoding.ASCII.GetString(number);
    }

    /// <summary><c>true</c> or <c>false</c> in any letter case, blanks around it ignored.</summary>
    public static bool TryFlag(ReadOnlySpan<byte> text, out bool value)
    {
        text = Dates.Trim(text);
        value = Ascii.EqualsIgnoreCase(text, "true"u8);
        return value || Ascii.EqualsIgnoreCase(text, "false"u8);
    }
}
