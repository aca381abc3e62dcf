using System.Globalization;
using Espalier.Engine.Gizmo.Binding;
using Espalier.Engine.Gizmo.Values;

namespace Espalier.Engine.Gizmo.Functions;

/// <summary>Conversions, and who asks.</summary>
static class Globals
{
    public static IEnumerable<Function> All =>
    [
        new("Number", On.Global, GizmoType.Number, Gives.Raw, "Number(x)", "A number; blank when it is none.", "Number(\"12\") + 1", call => Value.Of(Coercion.ToNumber(call[0]))),
        new("String", On.Global, GizmoType.Text, Gives.Raw, "String(x)", "A text.", "String(12)", call => Value.Of(Coercion.ToText(call.Scalar(0)))),
        new("Boolean", On.Global, GizmoType.Boolean, Gives.Raw, "Boolean(x)", "Whether a value counts as true.", "Boolean(node.salary)", call => Value.Of(Coercion.IsTrue(call[0]))),
        new("parseInt", On.Global, GizmoType.Number, Gives.Raw, "parseInt(text, radix = 10)", "The whole number at the start of a text.", "parseInt(\"12px\")", call => Value.Of(ParseInt(call.Text(0).Trim(), call.Whole(1, 10)))),
        new("parseFloat", On.Global, GizmoType.Number, Gives.Raw, "parseFloat(text)", "The number at the start of a text.", "parseFloat(\"1.5em\")", call => Value.Of(ParseFloat(call.Text(0).Trim()))),
        new("isNaN", On.Global, GizmoType.Boolean, Gives.Raw, "isNaN(x)", "Whether a value is not a number.", "isNaN(\"x\")", call => Value.Of(double.IsNaN(Coercion.ToNumber(call[0])))),
        User("email", "The e-mail address of the person who asks.", user => Value.Of(user.Email)),
        User("name", "The name of the person who asks.", user => Value.Of(user.Name)),
        User("roles", "The roles of the person who asks.", user => Value.Of([.. user.Roles.Select(Value.Of)])),
    ];

    static Function User(string name, string help, Func<Planning.GizmoUser, Value> read) =>
        new(name, On.Host, name == "roles" ? GizmoType.Array : GizmoType.Text, Gives.Raw, "user." + name, help, "user." + name,
            call => call.Frame.Options.User is { } user ? read(user) : Value.Blank) { Host = "user" };

    static double ParseInt(string text, int radix)
    {
        var negative = text.StartsWith('-');
        double value = double.NaN;
        foreach (var c in negative ? text[1..] : text)
        {
            var digit = char.IsAsciiDigit(c) ? c - '0' : char.IsAsciiLetter(c) ? char.ToLowerInvariant(c) - 'a' + 10 : 99;
            if (digit >= radix)
                break;
            value = (double.IsNaN(value) ? 0 : value) * radix + digit;
        }
        return negative ? -value : value;
    }

    static double ParseFloat(string text)
    {
        var end = 0;
        for (var seen = false; end < text.Length && end < 400 && (char.IsAsciiDigit(text[end]) || end == 0 && text[end] is '-' or '+' || !seen && text[end] == '.'); end++)
            seen |= text[end] == '.';
        return double.TryParse(text.AsSpan(0, end), NumberStyles.Float, CultureInfo.InvariantCulture, out var value) ? value : double.NaN;
    }
}
