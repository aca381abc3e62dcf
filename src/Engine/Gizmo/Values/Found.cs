using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Espalier.Engine.Gizmo.Planning;

namespace Espalier.Engine.Gizmo.Values;

/// <summary>A part of a text that is to be replaced.</summary>
/// <param name="Match">What a regular expression found; null when a text was looked for.</param>
/// <param name="Names">The numbers of the groups that have names.</param>
readonly record struct Found(string Text, int At, int Length, Match? Match, IReadOnlyDictionary<string, int>? Names)
{
    /// <summary>Writes the text in its place: <c>$&amp;</c>, <c>$1</c>, <c>$&lt;name&gt;</c> and the like stand for parts.</summary>
    public void Expand(Budget budget, string with, StringBuilder into)
    {
        budget.Read(with.Length);
        for (var i = 0; i < with.Length; i++)
        {
            var next = i + 1 < with.Length ? with[i + 1] : '\0';
            if (with[i] != '$' || !TryPart(with, i + 1, next, into, out var passed))
                into.Append(with[i]);
            else
            {
                i += passed;
                budget.CheckLength(into.Length);
            }
        }
    }

    bool TryPart(string with, int at, char next, StringBuilder into, out int passed)
    {
        passed = 1;
        switch (next)
        {
            case '$':
                into.Append('$');
                return true;
            case '&':
                into.Append(Text, At, Length);
                return true;
            case '`':
                into.Append(Text, 0, At);
                return true;
            case '\'':
                into.Append(Text, At + Length, Text.Length - At - Length);
                return true;
            case '<' when Names is { Count: > 0 } && with.IndexOf('>', at) is var end and > 0:
                passed = end - at + 1;
                if (Names.TryGetValue(with[(at + 1)..end], out var named))
                    into.Append(Match!.Groups[named].ValueSpan);
                return true;
            case >= '0' and <= '9' when Match is not null:
                passed = at + 1 < with.Length && char.IsAsciiDigit(with[at + 1]) && IsGroup(with.AsSpan(at, 2)) ? 2 : 1;
                if (!IsGroup(with.AsSpan(at, passed)))
                    return false;
                into.Append(Match.Groups[int.Parse(with.AsSpan(at, passed), CultureInfo.InvariantCulture)].ValueSpan);
                return true;
            default:
                return false;
        }
    }

    bool IsGroup(ReadOnlySpan<char> digits) => int.Parse(digits, CultureInfo.InvariantCulture) is > 0 and var number && number < Match!.Groups.Count;
}
