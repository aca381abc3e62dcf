using System.Globalization;
using System.Numerics;
using Espalier.Engine.Gizmo.Binding;
using Espalier.Engine.Gizmo.Functions.OnDates;
using Espalier.Engine.Gizmo.Planning;
using Espalier.Engine.Gizmo.Values;

namespace Espalier.Engine.Gizmo.Functions.OnNumbers;

/// <summary>Rounding, and numbers as text.</summary>
static class Numbers
{
    public static IEnumerable<Function> All =>
    [
        Rounding("round", "Rounds to n decimals, half away from zero; negative n are places before the point.", x => Math.Round(x, MidpointRounding.AwayFromZero)),
        Rounding("floor", "Rounds down to n decimals.", Math.Floor),
        Rounding("ceil", "Rounds up to n decimals.", Math.Ceiling),
        Rounding("trunc", "Cuts to n decimals.", Math.Truncate),
        new("format", On.Values, GizmoType.Text, Gives.Maps, "format(mask)", "A number as text with separators, or a date by a pattern.", "node.salary.format(\"0.00\")", Format),
        new("toFixed", On.Values, GizmoType.Text, Gives.Maps, "toFixed(n)", "A number as text with n decimals, without separators.", "node.salary.toFixed(1)",
            call => call.Map(v => v.Kind == ValueKind.Number ? Value.Of(ToFixed(v.Number, Math.Clamp(call.Whole(0, 0), 0, 100))) : Value.Blank)),
        new("toString", On.Values, GizmoType.Text, Gives.Maps, "toString(radix = 10)", "A value as text.", "Number(255).toString(16)", ToText),
    ];

    static Function Rounding(string name, string help, Func<decimal, decimal> round) =>
        new(name, On.Values, GizmoType.Number, Gives.Maps, $"{name}(n = 0)", help, $"node.salary.{name}(-3)", call =>
        {
            var digits = call.Whole(0, 0);
            return call.Map(v => v.Kind == ValueKind.Number ? Value.Of(Round(v.Number, digits, round)) : Value.Blank);
        });

    /// <summary>Rounds after binary noise was removed: a decimal keeps the 15 significant digits of a double.</summary>
    public static double Round(double value, int digits, Func<decimal, decimal> round)
    {
        if (digits > 15 || digits >= 0 && value == Math.Truncate(value) || !(Math.Abs(value) < 7e28))
            return value + 0d;
        if (Math.Abs(value) >= 1e15 && digits >= 0)
            return digits > 0 ? value : (double)round((long)value + (decimal)(value - Math.Truncate(value)));
        if (digits < -28)
            return round(Math.Sign(value) * 0.000001m) is var one && one == 0 ? 0 : (double)one * Math.Pow(10, -digits);
        var scale = 1m;
        for (var i = 0; i < Math.Abs(digits); i++)
            scale *= 10;
        var clean = (decimal)value;
        try
        {
            return digits >= 0 ? (double)(round(clean * scale) / scale) : (double)(round(clean / scale) * scale);
        }
        catch (OverflowException)
        {
            return value;
        }
    }

    /// <summary>The number's exact binary value with so many decimals, halves away from zero.</summary>
    public static string ToFixed(double value, int decimals)
    {
        var bits = BitConverter.DoubleToInt64Bits(Math.Abs(value));
        if (Math.Abs(value) >= 1e21)
            return Coercion.ToText(value);
        var exponent = (int)(bits >> 52);
        var fraction = bits & 0xF_FFFF_FFFF_FFFF | (exponent == 0 ? 0 : 1L << 52);
        var shift = Math.Max(exponent, 1) - 1075;
        var scaled = fraction * BigInteger.Pow(10, decimals);
        var whole = shift >= 0 ? scaled << shift : (scaled + (BigInteger.One << -shift - 1)) >> -shift;
        var text = whole.ToString(CultureInfo.InvariantCulture).PadLeft(decimals + 1, '0');
        return (value < 0 ? "-" : "") + (decimals == 0 ? text : text[..^decimals] + "." + text[^decimals..]);
    }

    static Value Format(Call call)
    {
        var mask = call.Count == 0 ? null : call.Text(0);
        var blank = IsOfDates(call, mask) ? Value.Blank : Value.Of("");
        return call.Map(v => v.Kind switch
        {
            ValueKind.Number => Value.Of(Format(v.Number, mask)),
            ValueKind.Date => Value.Of(mask is null ? Coercion.ToText(v) : DatePattern.Format(v.Milliseconds, mask)),
            ValueKind.Blank => blank,
            _ => v,
        });
    }

    /// <summary>Whether blanks are dates that are missing, which have no text, rather than numbers, whose text is empty.</summary>
    static bool IsOfDates(Call call, string? mask) => mask is not null && DatePattern.Is(mask)
        || call.Target.Kind == ValueKind.Collection && (call.Target.Items.Source is { Property.Type: GizmoType.Date } || Array.Exists(call.Target.Items.List, v => v.Kind == ValueKind.Date));

    /// <summary>Separators always; as many decimals as the mask has zeros behind its point, and at most as many more as it has #.</summary>
    public static string Format(double value, string? mask)
    {
        string prefix = "", suffix = "";
        int least = 0, most = 0;
        var first = mask is null ? -1 : mask.AsSpan().IndexOfAny("0#,.");
        if (mask is not null && first >= 0)
        {
            var last = mask.AsSpan().LastIndexOfAny("0#,.");
            (prefix, suffix) = (mask[..first], mask[(last + 1)..]);
            var point = mask.IndexOf('.', first);
            for (var i = point < 0 ? mask.Length : point + 1; i <= last; i++)
            {
                least += mask[i] == '0' ? 1 : 0;
                most += mask[i] is '0' or '#' ? 1 : 0;
            }
        }
        var rounded = Round(value, Math.Min(most, 15), x => Math.Round(x, MidpointRounding.AwayFromZero));
        var pattern = "#,##0" + (most > 0 ? "." + new string('0', Math.Min(least, 15)) + new string('#', Math.Clamp(most - least, 0, 15)) : "");
        var text = Math.Abs(rounded) < 1e15 ? ((decimal)rounded).ToString(pattern, CultureInfo.InvariantCulture) : rounded.ToString(pattern, CultureInfo.InvariantCulture);
        return prefix + text + suffix;
    }

    static Value ToText(Call call)
    {
        var radix = call.Whole(0, 10);
        if (radix is < 2 or > 36)
            throw new CellTrouble("A radix is from 2 to 36");
        return call.Map(v => v.IsBlank ? v : Value.Of(v.Kind == ValueKind.Number && radix != 10 ? InRadix(v.Number, radix) : Coercion.ToText(v)));
    }

    static string InRadix(double value, int radix)
    {
        if (Math.Abs(value) > 9e15)
            return Coercion.ToText(value);
        var whole = (long)Math.Abs(value);
        var text = "";
        do
            text = "0123456789abcdefghijklmnopqrstuvwxyz"[(int)(whole % radix)] + text;
        while ((whole /= radix) > 0);
        var rest = Math.Abs(value) - Math.Floor(Math.Abs(value));
        if (rest > 0)
            text += ".";
        for (var i = 0; i < 20 && rest > 0; i++)
        {
            rest *= radix;
            text += "0123456789abcdefghijklmnopqrstuvwxyz"[(int)rest];
            rest -= Math.Floor(rest);
        }
        return value < 0 ? "-" + text : text;
    }
}
