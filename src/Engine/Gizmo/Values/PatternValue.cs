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
    readonly Regex _regex = Patterns.TryMake(pattern, flags) ?? throw new CellTrouble("This is not a regular expression");

    public bool IsGlobal => flags.Contains('g', StringComparison.Ordinal);

    public bool IsMatch(Budget budget, string text)
    {
        var started = Stopwatch.GetTimestamp();
        var found = _regex.IsMatch(text);
        budget.StepSince(started);
        return found;
    }

    public IEnumerable<Match> Matches(Budget budget, string text)
    {
        var started = Stopwatch.GetTimestamp();
        for (var match = _regex.Match(text); match.Success; match = match.NextMatch())
        {
            budget.StepSince(started);
            yield return match;
            started = Stopwatch.GetTimestamp();
        }
        budget.StepSince(started);
    }

    /// <summary>Replaces what is found; <c>$1</c> and <c>$&amp;</c> stand for parts of it.</summary>
    public string Replace(Budget budget, string text, string with, bool all)
    {
        with = with.Replace("$&", "$0", StringComparison.Ordinal);
        var result = new StringBuilder();
        var at = 0;
        foreach (var match in Matches(budget, text).Take(all ? int.MaxValue : 1))
        {
            result.Append(text, at, match.Index - at).Append(with.Contains('$', StringComparison.Ordinal) ? match.Result(with) : with);
            budget.CheckText(result.Length);
            at = match.Index + match.Length;
        }
        return result.Append(text, at, text.Length - at).ToString();
    }

    /// <summary>The parts between what is found, and what its groups hold.</summary>
    public Value[] Split(Budget budget, string text) => budget.Gather(Parts(budget, text));

    IEnumerable<Value> Parts(Budget budget, string text)
    {
        var at = 0;
        foreach (var match in Matches(budget, text))
        {
            if (match.Length == 0 && (match.Index == 0 || match.Index == text.Length))
                continue;
            yield return Value.Of(text[at..match.Index]);
            for (var group = 1; group < match.Groups.Count; group++)
                yield return match.Groups[group].Success ? Value.Of(match.Groups[group].Value) : Value.Blank;
            at = match.Index + match.Length;
        }
        yield return Value.Of(text[at..]);
    }

    public override Value Invoke(Evaluator evaluator, params ReadOnlySpan<Value> arguments) =>
        Value.Of(arguments.Length > 0 && IsMatch(evaluator.Budget, Coercion.ToText(Coercion.Scalar(arguments[0]))));
}
