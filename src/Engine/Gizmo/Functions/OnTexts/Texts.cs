using System.Text;
using Espalier.Engine.Gizmo.Binding;
using Espalier.Engine.Gizmo.Planning;
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
        Of("split", "split(separator, most)", "The parts between separators, as an array.", "node.fullname.value.split(\" \")", Split, GizmoType.Array),
        Of("replace", "replace(text|regex, text|f)", "Replaces the first occurrence, or all with the flag g.", "node.role.value.replace(/e/g, \"E\")", (t, call) => Replace(t, call, all: false)),
        Of("replaceAll", "replaceAll(text, text|f)", "Replaces all occurrences.", "node.role.value.replaceAll(\"e\", \"E\")", (t, call) => Replace(t, call, all: true)),
        Of("concat", "concat(text, …)", "The text and the others behind it.", "node.role.value.concat(\"!\")", Concat),
        Of("length", "length", "How many characters there are.", "node.role.value.length", (t, _) => Value.Of((double)t.Length), GizmoType.Number),
        Of("toUpperCase", "toUpperCase()", "In capital letters.", "node.role.value.toUpperCase()", (t, _) => Value.Of(t.ToUpperInvariant())),
        Of("toLowerCase", "toLowerCase()", "In small letters.", "node.role.value.toLowerCase()", (t, _) => Value.Of(t.ToLowerInvariant())),
        Of("trim", "trim()", "Without blanks around it.", "\" a \".trim()", (t, _) => Value.Of(Trim(t))),
        Of("indexOf", "indexOf(text, from = 0)", "Where a text is, from 0; −1 when it is missing.", "node.role.value.indexOf(\"E\")", (t, call) => Value.Of((double)t.IndexOf(call.Text(0), At(t, call, 0), StringComparison.Ordinal)), GizmoType.Number),
        Of("lastIndexOf", "lastIndexOf(text, from)", "Where a text is for the last time; −1 when it is missing.", "node.role.value.lastIndexOf(\"O\")", LastIndexOf, GizmoType.Number),
        Of("includes", "includes(text, from = 0)", "Whether it holds a text.", "node.role.value.includes(\"E\")", (t, call) => Value.Of(t.IndexOf(call.Text(0), At(t, call, 0), StringComparison.Ordinal) >= 0), GizmoType.Boolean),
        Of("startsWith", "startsWith(text, from = 0)", "Whether it begins with a text.", "node.role.value.startsWith(\"C\")", (t, call) => Value.Of(t.AsSpan(At(t, call, 0)).StartsWith(call.Text(0), StringComparison.Ordinal)), GizmoType.Boolean),
        Of("endsWith", "endsWith(text, to)", "Whether it ends with a text.", "node.role.value.endsWith(\"O\")", (t, call) => Value.Of(t.AsSpan(0, At(t, call, t.Length)).EndsWith(call.Text(0), StringComparison.Ordinal)), GizmoType.Boolean),
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
            call.Evaluator.Budget.Read(text.Length);
            var result = run(text, call);
            if (result.Kind == ValueKind.Text && !ReferenceEquals(result.Text, text))
                call.Evaluator.Budget.CheckText(result.Text.Length);
            return result;
        }));

    /// <summary>The second argument as a position within the text.</summary>
    static int At(string text, Call call, int otherwise) => Math.Clamp(call.Whole(1, otherwise), 0, text.Length);

    /// <summary>The text without the blanks of JavaScript around it.</summary>
    public static string Trim(string text)
    {
        int from = 0, to = text.Length;
        while (from < to && IsBlank(text[from]))
            from++;
        while (to > from && IsBlank(text[to - 1]))
            to--;
        return text[from..to];
    }

    static bool IsBlank(char c) => c == '\uFEFF' || char.IsWhiteSpace(c) && c != '\u0085';

    static Value LastIndexOf(string text, Call call)
    {
        var find = call.Text(0);
        var last = Math.Min(At(text, call, text.Length), text.Length - find.Length);
        return Value.Of(last < 0 ? -1d : find.Length == 0 ? last : text.AsSpan(0, last + find.Length).LastIndexOf(find, StringComparison.Ordinal));
    }

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
        var budget = call.Evaluator.Budget;
        var by = call.Scalar(0);
        var parts = by.Kind == ValueKind.Function && by.Function is PatternValue pattern ? pattern.Split(budget, text) : Parts(budget, text, call.Text(0));
        var most = call.Number(1, -1);
        return Value.Of(budget.Gather(most >= 0 ? parts.Take((int)Math.Min(most, int.MaxValue)) : parts));
    }

    static IEnumerable<Value> Parts(Budget budget, string text, string separator)
    {
        if (separator.Length == 0)
        {
            for (var i = 0; i < text.Length; i++)
                yield return budget.Part(text, i, 1);
            yield break;
        }
        var at = 0;
        for (int found; (found = text.IndexOf(separator, at, StringComparison.Ordinal)) >= 0; at = found + separator.Length)
            yield return budget.Part(text, at, found - at);
        yield return budget.Part(text, at, text.Length - at);
    }

    static Value Replace(string text, Call call, bool all)
    {
        var budget = call.Evaluator.Budget;
        var what = call.Scalar(0);
        var with = call.Scalar(1);
        Action<Found, StringBuilder> make = with.Kind == ValueKind.Function ? (found, into) => into.Append(Made(found, call, with)) : Expand(budget, Coercion.ToText(with));
        if (what.Kind == ValueKind.Function && what.Function is PatternValue pattern)
            return Value.Of(pattern.Replace(budget, text, make, pattern.IsGlobal || all));
        var find = call.Text(0);
        var at = what.IsBlank ? -1 : text.IndexOf(find, StringComparison.Ordinal);
        if (at < 0)
            return Value.Of(text);
        var result = new StringBuilder();
        var rest = 0;
        do
        {
            budget.Step();
            result.Append(text, rest, at - rest);
            make(new(text, at, find.Length, null, null), result);
            budget.CheckLength(result.Length);
            rest = at + find.Length;
            var next = find.Length == 0 ? at + 1 : rest;
            at = all && next <= text.Length ? text.IndexOf(find, next, StringComparison.Ordinal) : -1;
        }
        while (at >= 0);
        return Value.Of(result.Append(text, rest, text.Length - rest).ToString());
    }

    static Action<Found, StringBuilder> Expand(Budget budget, string with) => with.Contains('$', StringComparison.Ordinal)
        ? (found, into) => found.Expand(budget, with, into)
        : (_, into) => into.Append(with);

    /// <summary>What a function makes of what was found: it gets that, the groups, the place and the text.</summary>
    static string Made(Found found, Call call, Value function)
    {
        var budget = call.Evaluator.Budget;
        List<Value> arguments = [budget.Part(found.Text, found.At, found.Length)];
        for (var group = 1; group < found.Match?.Groups.Count; group++)
            arguments.Add(PatternValue.OfGroup(budget, found.Match.Groups[group]));
        arguments.Add(Value.Of((double)found.At));
        arguments.Add(Value.Of(found.Text));
        return Coercion.ToText(Coercion.Scalar(call.Evaluator.Invoke(function, [.. arguments])));
    }

    static Value Concat(string text, Call call)
    {
        var result = new StringBuilder(text);
        foreach (var argument in call.All())
        {
            result.Append(Coercion.ToText(Coercion.Scalar(argument)));
            call.Evaluator.Budget.CheckLength(result.Length);
        }
        return Value.Of(result.ToString());
    }

    static string Padding(string text, Call call)
    {
        var missing = call.Whole(0, 0) - text.Length;
        var with = call.Text(1, " ");
        if (missing <= 0 || with.Length == 0)
            return "";
        call.Evaluator.Budget.CheckLength(call.Whole(0, 0));
        return new StringBuilder(missing + with.Length).Insert(0, with, missing / with.Length + 1).ToString(0, missing);
    }

    static Value Repeat(string text, Call call)
    {
        var times = Math.Max(0, call.Whole(0, 0));
        call.Evaluator.Budget.CheckLength((long)times * text.Length);
        return Value.Of(new StringBuilder().Insert(0, text, times).ToString());
    }

    static Value Match(string text, Call call)
    {
        var pattern = Pattern(call, 0);
        var budget = call.Evaluator.Budget;
        if (!pattern.IsGlobal)
            return pattern.Matches(budget, text).FirstOrDefault() is { } match ? Value.Of([.. match.Groups.Values.Select(g => PatternValue.OfGroup(budget, g))]) : Value.Blank;
        return budget.Gather(pattern.Matches(budget, text).Select(m => budget.Part(text, m.Index, m.Length))) is { Length: > 0 } all ? Value.Of(all) : Value.Blank;
    }

    static PatternValue Pattern(Call call, int index)
    {
        var value = call.Scalar(index);
        return value.Kind == ValueKind.Function && value.Function is PatternValue pattern ? pattern : new(Coercion.ToText(value), "");
    }
}
