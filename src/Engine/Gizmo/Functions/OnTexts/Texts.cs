using System.Text;
using Espalier.Engine.Gizmo.Binding;
using Espalier.Engine.Gizmo.Values;

namespace Espalier.Engine.Gizmo.Functions.OnTexts;

/// <summary>Texts as in JavaScript: positions count UTF-16 units from 0, ranges leave out their end. Blank gives blank.</summary>
static class Texts
{
    public static IEnumerable<Function> All =>
    [
        Of("slice", "slice(from, to)", "A part; negative positions count from the end.", "node.department.value.slice(0,3)", (t, call) => Part(t, Range(t.Length, call.Whole(0, 0), call.Whole(1, t.Length)))),
        Of("substring", "substring(from, to)", "A part; the positions may be given in any order.", "node.department.value.substring(1,3)", Substring),
        Of("substr", "substr(from, length)", "A part of a length.", "node.department.value.substr(1,3)", (t, call) =>
            Range(t.Length, call.Whole(0, 0), t.Length) is var (from, _) ? Value.Of(t.Substring(from, Math.Clamp(call.Whole(1, t.Length), 0, t.Length - from))) : Value.Blank),
        Of("split", "split(separator)", "The parts between separators, as an array.", "node.fullname.value.split(\" \")", Split, GizmoType.Array),
        Of("replace", "replace(text|regex, text)", "Replaces the first occurrence, or all with the flag g.", "node.role.value.replace(/e/g, \"E\")", (t, call) => Replace(t, call, all: false)),
        Of("replaceAll", "replaceAll(text, text)", "Replaces all occurrences.", "node.role.value.replaceAll(\"e\", \"E\")", (t, call) => Replace(t, call, all: true)),
        Of("concat", "concat(text, …)", "The text and the others behind it.", "node.role.value.concat(\"!\")", Concat),
        Of("length", "length", "How many characters there are.", "node.role.value.length", (t, _) => Value.Of((double)t.Length), GizmoType.Number),
        Of("toUpperCase", "toUpperCase()", "In capital letters.", "node.role.value.toUpperCase()", (t, _) => Value.Of(t.ToUpperInvariant())),
        Of("toLowerCase", "toLowerCase()", "In small letters.", "node.role.value.toLowerCase()", (t, _) => Value.Of(t.ToLowerInvariant())),
        Of("trim", "trim()", "Without blanks around it.", "\" a \".trim()", (t, _) => Value.Of(t.Trim())),
        Of("indexOf", "indexOf(text)", "Where a text is, from 0; −1 when it is missing.", "node.role.value.indexOf(\"E\")", (t, call) => Value.Of((double)t.IndexOf(call.Text(0), StringComparison.Ordinal)), GizmoType.Number),
        Of("lastIndexOf", "lastIndexOf(text)", "Where a text is for the last time; −1 when it is missing.", "node.role.value.lastIndexOf(\"O\")", (t, call) => Value.Of((double)t.LastIndexOf(call.Text(0), StringComparison.Ordinal)), GizmoType.Number),
        Of("includes", "includes(text)", "Whether it holds a text.", "node.role.value.includes(\"E\")", (t, call) => Value.Of(t.Contains(call.Text(0), StringComparison.Ordinal)), GizmoType.Boolean),
        Of("startsWith", "startsWith(text)", "Whether it begins with a text.", "node.role.value.startsWith(\"C\")", (t, call) => Value.Of(t.StartsWith(call.Text(0), StringComparison.Ordinal)), GizmoType.Boolean),
        Of("endsWith", "endsWith(text)", "Whether it ends with a text.", "node.role.value.endsWith(\"O\")", (t, call) => Value.Of(t.EndsWith(call.Text(0), StringComparison.Ordinal)), GizmoType.Boolean),
        Of("charAt", "charAt(i)", "One character.", "node.role.value.charAt(0)", (t, call) => Value.Of(call.Whole(0, 0) is var i && i >= 0 && i < t.Length ? t[i].ToString() : "")),
        Of("padStart", "padStart(length, text = \" \")", "Filled up in front.", "\"7\".padStart(3, \"0\")", (t, call) => Value.Of(Padding(t, call) + t)),
        Of("padEnd", "padEnd(length, text = \" \")", "Filled up behind.", "\"7\".padEnd(3, \"0\")", (t, call) => Value.Of(t + Padding(t, call))),
        Of("repeat", "repeat(n)", "The text n times.", "\"ab\".repeat(2)", Repeat),
        Of("match", "match(regex)", "What a regular expression finds, as an array; blank when nothing.", "node.role.value.match(/[A-Z]/g)", Match, GizmoType.Array),
        Of("test", "test(regex)", "Whether a regular expression finds something.", "node.role.value.test(/^C/)", (t, call) => Value.Of(Pattern(call, 0).IsMatch(call.Evaluator.Budget, t)), GizmoType.Boolean),
    ];

    static Function Of(string name, string signature, string help, string example, Func<string, Call, Value> run, GizmoType type = GizmoType.Text) =>
        new(name, On.Text, type, Gives.Maps, signature, help, example, call => call.Map(v =>
        {
            if (v.IsBlank)
                return v;
            var text = Coercion.ToText(v);
            call.Evaluator.Budget.CheckText(text.Length);
            return run(text, call);
        }));

    /// <summary>A range of JavaScript's <c>slice</c>.</summary>
    public static (int From, int To) Range(int length, int from, int to)
    {
        from = from < 0 ? Math.Max(0, length + from) : Math.Min(from, length);
        to = to < 0 ? Math.Max(0, length + to) : Math.Min(to, length);
        return (from, Math.Max(from, to));
    }

    static Value Part(string text, (int From, int To) range) => Value.Of(text[range.From..range.To]);

    static Value Substring(string text, Call call)
    {
        int a = Math.Clamp(call.Whole(0, 0), 0, text.Length), b = Math.Clamp(call.Whole(1, text.Length), 0, text.Length);
        return Part(text, (Math.Min(a, b), Math.Max(a, b)));
    }

    static Value Split(string text, Call call)
    {
        if (call.Count == 0)
            return Value.Of([Value.Of(text)]);
        var by = call.Scalar(0);
        if (by.Kind == ValueKind.Function && by.Function is PatternValue pattern)
            return Value.Of(pattern.Split(call.Evaluator.Budget, text));
        var separator = call.Text(0);
        call.Evaluator.Budget.Step(text.Length);
        return Value.Of(separator.Length == 0
            ? [.. text.Select(c => Value.Of(c.ToString()))]
            : Array.ConvertAll(text.Split(separator), Value.Of));
    }

    static Value Replace(string text, Call call, bool all)
    {
        var with = Coercion.ToText(call.Scalar(1));
        var what = call.Scalar(0);
        string result;
        if (what.Kind == ValueKind.Function && what.Function is PatternValue pattern)
            result = pattern.Replace(call.Evaluator.Budget, text, with, pattern.IsGlobal || all);
        else if (call.Text(0) is var find && (find.Length == 0 || !text.Contains(find, StringComparison.Ordinal)))
            return Value.Of(text);
        else if (all)
        {
            call.Evaluator.Budget.CheckText(text.Length / find.Length * (long)with.Length);
            result = text.Replace(find, with, StringComparison.Ordinal);
        }
        else
            result = text.IndexOf(find, StringComparison.Ordinal) is var at ? text[..at] + with + text[(at + find.Length)..] : text;
        call.Evaluator.Budget.CheckText(result.Length);
        return Value.Of(result);
    }

    static Value Concat(string text, Call call)
    {
        var result = new StringBuilder(text);
        foreach (var argument in call.All())
            result.Append(Coercion.ToText(Coercion.Scalar(argument)));
        call.Evaluator.Budget.CheckText(result.Length);
        return Value.Of(result.ToString());
    }

    static string Padding(string text, Call call)
    {
        var missing = call.Whole(0, 0) - text.Length;
        var with = call.Text(1, " ");
        if (missing <= 0 || with.Length == 0)
            return "";
        call.Evaluator.Budget.CheckText(missing);
        return new StringBuilder(missing + with.Length).Insert(0, with, missing / with.Length + 1).ToString(0, missing);
    }

    static Value Repeat(string text, Call call)
    {
        var times = Math.Max(0, call.Whole(0, 0));
        call.Evaluator.Budget.CheckText((long)times * text.Length);
        return Value.Of(new StringBuilder().Insert(0, text, times).ToString());
    }

    static Value Match(string text, Call call)
    {
        var pattern = Pattern(call, 0);
        var budget = call.Evaluator.Budget;
        if (pattern.IsGlobal)
            return budget.Gather(pattern.Matches(budget, text).Select(m => Value.Of(m.Value))) is { Length: > 0 } all ? Value.Of(all) : Value.Blank;
        return pattern.Matches(budget, text).FirstOrDefault() is { } match ? Value.Of([.. match.Groups.Values.Select(g => Value.Of(g.Value))]) : Value.Blank;
    }

    static PatternValue Pattern(Call call, int index)
    {
        var value = call.Scalar(index);
        return value.Kind == ValueKind.Function && value.Function is PatternValue pattern ? pattern : new(Coercion.ToText(value), "");
    }
}
