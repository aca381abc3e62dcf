using System.Globalization;
using Espalier.Engine.Gizmo.Binding;
using Espalier.Engine.Gizmo.Functions.OnTexts;
using Espalier.Engine.Gizmo.Values;

namespace Espalier.Engine.Gizmo.Functions;

/// <summary>Conversions, and who asks.</summary>
static class Globals
{
    public static IEnumerable<Function> All =>
    [
        new("Number", On.Global, GizmoType.Number, Gives.Raw, "Number(x)", "A number; blank when it is none.", "Number(\"12\") + 1", call => Value.Of(Coercion.ToNumber(call[0]))),
        new("String", On.Global, GizmoType.Text, Gives.Raw, "String(x)", "A text.", "String(12)", call => Value.Of(AsText(call))),
        new("Boolean", On.Global, GizmoType.Boolean, Gives.Raw, "Boolean(x)", "Whether a value counts as true.", "Boolean(node.salary)", call => Value.Of(Coercion.IsTrue(call[0]))),
        new("parseInt", On.Global, GizmoType.Number, Gives.Raw, "parseInt(text, radix = 10)", "The whole number at the start of a text.", "parseInt(\"12px\")", call => Value.Of(ParseInt(Texts.Trim(call.Text(0)), call.Whole(1, 0)))),
        new("parseFloat", On.Global, GizmoType.Number, Gives.Raw, "parseFloat(text)", "The number at the start of a text.", "parseFloat(\"1.5em\")", call => Value.Of(ParseFloat(Texts.Trim(call.Text(0))))),
        new("isNaN", On.Global, GizmoType.Boolean, Gives.Raw, "isNaN(x)", "Whether a value is not a number.", "isNaN(\"x\")", call => Value.Of(double.IsNaN(Coercion.ToNumber(call[0])))),
        User("email", "The e-mail address of the person who asks.", user => Value.Of(user.Email)),
        User("name", "The name of the person who asks.", user => Value.Of(user.Name)),
        User("roles", "The roles of the person who asks.", user => Value.Of([.. user.Roles.Select(Value.Of)])),
    ];

    static Function User(string name, string help, Func<Planning.GizmoUser, Value> read) =>
        new(name, On.Host, name == "roles" ? GizmoType.Array : GizmoType.Text, Gives.Raw, "user." + name, help, "user." + name,
            call => call.Frame.Options.User is { } user ? read(user) : Value.Blank) { Host = "user" };

    static string AsText(Call call)
    {
        var text = Coercion.ToText(call.Scalar(0));
        call.Evaluator.Budget.CheckText(text.Length);
        return text;
    }

    static double ParseInt(string text, int radix)
    {
        var at = text.Length > 0 && text[0] is '-' or '+' ? 1 : 0;
        if (radix is 0 or 16 && at + 1 < text.Length && text[at] == '0' && text[at + 1] is 'x' or 'X')
            (at, radix) = (at + 2, 16);
        radix = radix == 0 ? 10 : radix;
        if (radix is < 2 or > 36)
            return double.NaN;
        var end = at;
        double value = 0;
        for (; end < text.Length && Digit(text[end]) is var digit && digit < radix; end++)
            value = value * radix + digit;
        if (end == at)
            return double.NaN;
        // Many decimal digits, added up one by one, would lose some.
        if (radix == 10 && value > 1e15)
            value = double.Parse(text.AsSpan(at, end - at), NumberStyles.None, CultureInfo.InvariantCulture);
        return text[0] == '-' ? -value : value;
    }

    static int Digit(char c) => char.IsAsciiDigit(c) ? c - '0' : char.IsAsciiLetter(c) ? char.ToLowerInvariant(c) - 'a' + 10 : 99;

    static double ParseFloat(string text)
    {
        var at = text.Length > 0 && text[0] is '-' or '+' ? 1 : 0;
        var whole = Digits(text, at);
        var end = whole < text.Length && text[whole] == '.' ? Digits(text, whole + 1) : whole;
        if (end - at == 0 || end - at == 1 && text[at] == '.')
            return double.NaN;
        if (end < text.Length && text[end] is 'e' or 'E')
        {
            var power = end + 1 < text.Length && text[end + 1] is '-' or '+' ? end + 2 : end + 1;
            end = Digits(text, power) is var last && last > power ? last : end;
        }
        return double.Parse(text.AsSpan(0, end), NumberStyles.Float, CultureInfo.InvariantCulture);
    }

    static int Digits(string text, int at)
    {
        while (at < text.Length && char.IsAsciiDigit(text[at]))
            at++;
        return at;
    }
}
