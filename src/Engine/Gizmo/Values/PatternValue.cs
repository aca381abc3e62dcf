using System.Diagnostics;
using System.Text;
using System.Text.RegularExpressions;
using Espalier.Engine.Gizmo.Planning;
using Espalier.Engine.Gizmo.Syntax;

namespace Espalier.Engine.Gizmo.Values;

/// <summary>
/// A regular expression as a value; as a function it tests a text. Each search has a time limit of its own, and its time
/// counts as steps, so that many slow ones come to an end as well.
/// </summary>
sealed class PatternValue(string pattern, string flags) : Callable
{
    readonly Pattern _pattern = Patterns.TryMake(pattern, flags) ?? throw new CellTrouble("This is not a regular expression");

    public bool IsGlobal => flags.Contains('g', StringComparison.Ordinal);

    public bool IsMatch(Budget budget, string text)
    {
        var started = Stopwatch.GetTimestamp();
        var found = _pattern.Regex.IsMatch(text);
        budget.StepSince(started);
        return found;
    }

    public IEnumerable<Match> Matches(Budget budget, string text)
    {
        var started = Stopwatch.GetTimestamp();
        for (var match = _pattern.Regex.Match(text); match.Success; match = match.NextMatch())
        {
            budget.StepSince(started);
            yield return match;
            started = Stopwatch.GetTimestamp();
        }
        budget.StepSince(started);
    }

    /// <summary>Replaces what is found by what is made of each.</summary>
    public string Replace(Budget budget, string text, Action<Found, StringBuilder> make, bool all)
    {
        var result = new StringBuilder();
        var at = 0;
        foreach (var match in Matches(budget, text).Take(all ? int.MaxValue : 1))
        {
            result.Append(text, at, match.Index - at);
            make(new(text, match.Index, match.Length, match, _pattern.Names), result);
            budget.CheckLength(result.Length);
            at = match.Index + match.Length;
        }
        return result.Append(text, at, text.Length - at).ToString();
    }

    /// <summary>The parts between what is found, and what its groups hold.</summary>
    public IEnumerable<Value> Split(Budget budget, string text)
    {
        var at = 0;
        foreach (var match in Matches(budget, text))
        {
            if (match.Length == 0 && (match.Index == at || match.Index == text.Length))
                continue;
            yield return budget.Part(text, at, match.Index - at);
            for (var group = 1; group < match.Groups.Count; group++)
                yield return OfGroup(budget, match.Groups[group]);
            at = match.Index + match.Length;
        }
        yield return budget.Part(text, at, text.Length - at);
    }

    /// <summary>What a group holds; blank when it took no part.</summary>
    public static Value OfGroup(Budget budget, Group group)
    {
        if (!group.Success)
            return Value.Blank;
        budget.Make(group.Length);
        return Value.Of(group.Value);
    }

    public override Value Invoke(Evaluator evaluator, params ReadOnlySpan<Value> arguments) =>
        Value.Of(arguments.Length > 0 && IsMatch(evaluator.Budget, Coercion.ToText(Coercion.Scalar(arguments[0]))));
}
