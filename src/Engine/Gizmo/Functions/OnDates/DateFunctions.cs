using Espalier.Engine.Columns;
using Espalier.Engine.Gizmo.Binding;
using Espalier.Engine.Gizmo.Values;

namespace Espalier.Engine.Gizmo.Functions.OnDates;

/// <summary>Dates: making them, their parts, and what lies between them. Whatever is not a date gives blank.</summary>
static class DateFunctions
{
    public static IEnumerable<Function> All =>
    [
        new("date", On.Global, GizmoType.Date, Gives.One, "date(year, month, day)", "A date; January is 1. Also of a text `yyyy-mm-dd`.", "date(2030,1,31)", Make),
        new("today", On.Global, GizmoType.Date, Gives.One, "today()", "The day of the run, in UTC.", "today().year", call => One(call.Frame.Options.Today)),
        new("now", On.Global, GizmoType.Date, Gives.One, "now()", "The instant of the run, in UTC.", "now().hour", call => One(call.Frame.Options.Now)),
        .. Parts(),
        new("diff", On.Values, GizmoType.Number, Gives.Maps, "diff(date, unit = \"d\")", "The time since another date: d, w, m, q or y.", "date(2015,12,21).diff(date(2015,10,10))", Diff),
        new("age", On.Values, GizmoType.Number, Gives.Maps, "age(unit = \"y\")", "The time from the date until today.", "date(2000,1,1).age()", Age),
        new("add", On.Values, GizmoType.Date, Gives.Maps, "add(n, unit = \"d\")", "The date n units later.", "date(2024,1,31).add(1, \"m\")", call => Add(call, null)),
        .. Adding(),
    ];

    static readonly string[] PartNames = ["year", "quarter", "month", "dayOfMonth", "dayOfYear", "dayOfWeek", "weekOfYear", "hour", "minute", "second"];

    static readonly string[] Units = ["Days", "Weeks", "Months", "Quarters", "Years"];

    static IEnumerable<Function> Parts() =>
        from part in PartNames
        let help = part == "dayOfWeek" ? "The day of the week, Monday is 1." : $"The {part} of the date, as a whole number."
        select new Function(part, On.Values, GizmoType.Number, Gives.Maps, part, help, $"date(2024,2,29).{part}",
            call => call.Map(v => v.Kind == ValueKind.Date ? Value.Of(DateMath.Part(part, v.Milliseconds, call.Frame.Dataset.Schema.Switches.DayOfWeekBase)) : Value.Blank));

    static IEnumerable<Function> Adding() =>
        from unit in Units
        select new Function("add" + unit, On.Values, GizmoType.Date, Gives.Maps, $"add{unit}(n)", $"The date n {unit.ToLowerInvariant()} later.",
            $"date(2024,1,31).add{unit}(1)", call => Add(call, unit));

    static Value One(double milliseconds) => Value.Of(new Items(ItemKind.Values, [Value.Date(milliseconds)]));

    static Value Make(Call call)
    {
        if (call.Count < 3)
        {
            var only = call.Scalar(0);
            if (only.Kind == ValueKind.Date)
                return Value.Of(new Items(ItemKind.Values, [only]));
            return Dates.TryParse(System.Text.Encoding.UTF8.GetBytes(call.Text(0)), DateFormat.Iso, out var milliseconds)
                ? One(milliseconds)
                : Value.Of(new Items(ItemKind.Values, [Value.Blank]));
        }
        double year = call.Number(0), month = call.Number(1), day = call.Number(2);
        var exists = year is >= 1 and <= 9999 && month is >= 1 and < 13 && day >= 1 && day < DateTime.DaysInMonth((int)year, (int)month) + 1;
        return exists ? One(DateMath.Of(new DateTime((int)year, (int)month, (int)day, 0, 0, 0, DateTimeKind.Utc))) : Value.Of(new Items(ItemKind.Values, [Value.Blank]));
    }

    static Value Diff(Call call)
    {
        var unit = DateMath.Unit(call.Text(1, "d"));
        var others = Coercion.List(call[0]);
        var at = 0;
        var paired = others.Length > 1 && others.Length == call.List.Length;
        return call.Map(v =>
        {
            var other = others.Length == 0 ? Value.Blank : others[paired ? at++ : 0];
            return v.Kind == ValueKind.Date && other.Kind == ValueKind.Date ? Value.Of(DateMath.Diff(v.Milliseconds, other.Milliseconds, unit)) : Value.Blank;
        });
    }

    static Value Age(Call call)
    {
        var unit = DateMath.Unit(call.Text(0, "y"));
        var today = call.Frame.Options.Today;
        return call.Map(v => v.Kind == ValueKind.Date ? Value.Of(DateMath.Diff(today, v.Milliseconds, unit)) : Value.Blank);
    }

    static Value Add(Call call, string? fixedUnit)
    {
        var unit = DateMath.Unit(fixedUnit ?? call.Text(1, "d"));
        var count = call.Number(0);
        return call.Map(v => v.Kind == ValueKind.Date ? Value.Date(DateMath.Add(v.Milliseconds, count, unit)) : Value.Blank);
    }
}
