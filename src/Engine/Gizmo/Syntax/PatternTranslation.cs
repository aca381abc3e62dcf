using System.Globalization;
using System.Text;

namespace Espalier.Engine.Gizmo.Syntax;

/// <summary>
/// A regular expression of JavaScript as one of .NET, where the two differ: <c>$</c> is the very end, a dot is no kind of
/// line break, blanks are those of Unicode, and groups with names are counted like all others.
/// </summary>
sealed class PatternTranslation
{
    const string Blanks = @"\s\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000\ufeff";

    readonly StringBuilder _text = new();
    readonly Dictionary<string, int> _names = new(StringComparer.Ordinal);
    readonly string _source;
    readonly string _flags;
    int _groups;
    int _at;

    public PatternTranslation(string source, string flags)
    {
        _source = source;
        _flags = flags;
        while (_at < source.Length)
            Take();
        Text = _text.ToString();
    }

    public string Text { get; }

    public IReadOnlyDictionary<string, int> Names => _names;

    bool Follows(string text) => string.CompareOrdinal(_source, _at, text, 0, text.Length) == 0;

    void Write(string text, int passed)
    {
        _text.Append(text);
        _at += passed;
    }

    void Take()
    {
        switch (_source[_at])
        {
            case '$' when !_flags.Contains('m', StringComparison.Ordinal):
                Write(@"\z", 1);
                break;
            case '.' when !_flags.Contains('s', StringComparison.Ordinal):
                Write(@"[^\n\r\u2028\u2029]", 1);
                break;
            case '(':
                TakeGroup();
                break;
            case '[':
                TakeClass();
                break;
            case '\\' when _at + 1 < _source.Length:
                TakeEscape();
                break;
            case var c:
                Write(c.ToString(), 1);
                break;
        }
    }

    void TakeGroup()
    {
        if (!Follows("(?"))
            _groups++;
        else if (Follows("(?<") && !Follows("(?<=") && !Follows("(?<!") && _source.IndexOf('>', _at) is var end and > 0)
        {
            _names.TryAdd(_source[(_at + 3)..end], ++_groups);
            Write("(", end + 1 - _at);
            return;
        }
        Write("(", 1);
    }

    void TakeEscape()
    {
        switch (_source[_at + 1])
        {
            case 's':
                Write($"[{Blanks}]", 2);
                break;
            case 'S':
                Write($"[^{Blanks}]", 2);
                break;
            case 'k' when Follows(@"\k<") && _source.IndexOf('>', _at) is var end and > 0 && _names.TryGetValue(_source[(_at + 3)..end], out var group):
                Write($@"(?:\{group.ToString(CultureInfo.InvariantCulture)})", end + 1 - _at);
                break;
            case var c:
                Write($"\\{c}", 2);
                break;
        }
    }

    /// <summary>A set of characters, in which a bracket is a character too.</summary>
    void TakeClass()
    {
        if (Follows("[^]"))
        {
            Write(@"[\s\S]", 3);
            return;
        }
        if (Follows("[]"))
        {
            Write("(?!)", 2);
            return;
        }
        for (Write("[", 1); _at < _source.Length && _source[_at] != ']';)
            if (_source[_at] == '\\' && _at + 1 < _source.Length)
                Write(_source[_at + 1] == 's' ? Blanks : _source.Substring(_at, 2), 2);
            else
                Write(_source[_at] == '[' ? @"\[" : _source[_at].ToString(), 1);
        if (_at < _source.Length)
            Write("]", 1);
    }
}
