using System.Collections.Concurrent;
using System.Text.RegularExpressions;

namespace Espalier.Engine.Gizmo.Syntax;

/// <summary>Regular expressions with the semantics of JavaScript and a limit of time.</summary>
static class Patterns
{
    /// <summary>Making one takes time too.</summary>
    const int MostText = 10_000;

    static readonly TimeSpan Limit = TimeSpan.FromMilliseconds(100);

    static readonly ConcurrentDictionary<(string, string), Regex?> Known = new();

    /// <summary>Null when it is not a regular expression.</summary>
    public static Regex? TryMake(string pattern, string flags)
    {
        if (pattern.Length > MostText)
            return null;
        if (Known.TryGetValue((pattern, flags), out var known))
            return known;
        if (Known.Count > 1000)
            Known.Clear();
        var regex = Make(pattern, flags);
        Known[(pattern, flags)] = regex;
        return regex;
    }

    static Regex? Make(string pattern, string flags)
    {
        var options = RegexOptions.CultureInvariant;
        if (flags.Contains('i', StringComparison.Ordinal))
            options |= RegexOptions.IgnoreCase;
        if (flags.Contains('m', StringComparison.Ordinal))
            options |= RegexOptions.Multiline;
        // .NET's ECMAScript mode knows neither "dot is all" nor Unicode classes.
        options |= flags.AsSpan().ContainsAny('s', 'u')
            ? flags.Contains('s', StringComparison.Ordinal) ? RegexOptions.Singleline : RegexOptions.None
            : RegexOptions.ECMAScript;
        if ((options & RegexOptions.ECMAScript) != 0)
            options &= ~RegexOptions.CultureInvariant;
        try
        {
            return new(pattern, options, Limit);
        }
        catch (ArgumentException)
        {
            return null;
        }
    }
}
