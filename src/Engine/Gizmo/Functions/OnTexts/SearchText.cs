using System.Globalization;
using System.Text;
using Espalier.Engine.Columns;
using Espalier.Engine.Gizmo.Planning;
using Espalier.Engine.Gizmo.Values;

namespace Espalier.Engine.Gizmo.Functions.OnTexts;

/// <summary>A search text: words, <c>key: value</c>, ranges <c>a..b</c>, comparisons, AND, OR, brackets and <c>-</c> for exclusion.</summary>
abstract class SearchText
{
    public abstract bool Matches(Evaluator evaluator, Value item);

    /// <summary>The keys of the properties that are looked at; null stands for all of them.</summary>
    public abstract IEnumerable<string?> Keys { get; }

    public static SearchText Parse(string text) => new Reader(text).ReadAny(0);

    sealed class All(List<SearchText> terms) : SearchText
    {
        public override IEnumerable<string?> Keys => terms.SelectMany(t => t.Keys);

        public override bool Matches(Evaluator evaluator, Value item) => terms.TrueForAll(t => t.Matches(evaluator, item));
    }

    sealed class Any(List<SearchText> terms) : SearchText
    {
        public override IEnumerable<string?> Keys => terms.SelectMany(t => t.Keys);

        public override bool Matches(Evaluator evaluator, Value item) => terms.Exists(t => t.Matches(evaluator, item));
    }

    sealed class Not(SearchText term) : SearchText
    {
        public override IEnumerable<string?> Keys => term.Keys;

        public override bool Matches(Evaluator evaluator, Value item) => !term.Matches(evaluator, item);
    }

    /// <summary>A word, alone or behind the key of a property.</summary>
    sealed class Word(string? key, string text, bool quoted) : SearchText
    {
        public override IEnumerable<string?> Keys => [key];

        public override bool Matches(Evaluator evaluator, Value item)
        {
            evaluator.Budget.Step();
            if (item.Kind is not (ValueKind.Node or ValueKind.Link))
                return Holds(item);
            if (key is not null)
                return Holds(Coercion.Scalar(Members.Named(evaluator, item, key)));
            if (item.Row < 0)
                return false;
            var dataset = item.Kind == ValueKind.Node ? item.Dataset : item.Side.Table.Links;
            foreach (var property in dataset.Schema.Properties)
                if (dataset.Schema.Keys.Find(property.Key) is { } found && Holds(dataset.Reader(found).At(item.Row)))
                    return true;
            return false;
        }

        bool Holds(Value value)
        {
            if (text.Equals("(Blank)", StringComparison.OrdinalIgnoreCase))
                return Coercion.IsBlank(value);
            if (value.IsBlank)
                return false;
            if (!quoted && text.IndexOf("..", StringComparison.Ordinal) is var dots and > 0)
                return Compare(value, text[..dots]) >= 0 && Compare(value, text[(dots + 2)..]) <= 0;
            if (!quoted && text.StartsWith(">=", StringComparison.Ordinal))
                return Compare(value, text[2..]) >= 0;
            if (!quoted && text.StartsWith("<=", StringComparison.Ordinal))
                return Compare(value, text[2..]) <= 0;
            if (!quoted && text.StartsWith('>'))
                return Compare(value, text[1..]) > 0;
            if (!quoted && text.StartsWith('<'))
                return Compare(value, text[1..]) < 0;
            if (value.Kind == ValueKind.Number && Coercion.TryNumber(text, out var number))
                return value.Number == number;
            var shown = Coercion.ToText(value);
            if (quoted)
                return shown.Equals(text, StringComparison.OrdinalIgnoreCase);
            if (key is null)
                return shown.Contains(text, StringComparison.OrdinalIgnoreCase);
            // Behind a key a word stands for whole words: gender:Male does not find Female.
            for (var at = shown.IndexOf(text, StringComparison.OrdinalIgnoreCase); at >= 0; at = shown.IndexOf(text, at + 1, StringComparison.OrdinalIgnoreCase))
                if (at == 0 || !char.IsLetterOrDigit(shown[at - 1]))
                    return true;
            return false;
        }

        static int? Compare(Value value, string bound)
        {
            bound = bound.Trim();
            if (value.Kind == ValueKind.Date)
                return Dates.TryParse(Encoding.UTF8.GetBytes(bound), DateFormat.Iso, out var date) ? value.Milliseconds.CompareTo(date) : null;
            return double.TryParse(bound, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && value.Kind == ValueKind.Number
                ? value.Number.CompareTo(number) : null;
        }
    }

    /// <summary>Reads terms; OR binds weaker than AND, which a space means too.</summary>
    sealed class Reader(string text)
    {
        const int MostDepth = 50;

        int _at;

        public SearchText ReadAny(int depth)
        {
            List<SearchText> terms = [ReadAll(depth)];
            while (Take("OR"))
                terms.Add(ReadAll(depth));
            return terms.Count == 1 ? terms[0] : new Any(terms);
        }

        SearchText ReadAll(int depth)
        {
            List<SearchText> terms = [];
            while (SkipBlanks() && text[_at] != ')' && !Peek("OR"))
            {
                if (Take("AND"))
                    continue;
                terms.Add(ReadTerm(depth));
            }
            return terms.Count == 1 ? terms[0] : new All(terms);
        }

        SearchText ReadTerm(int depth)
        {
            if (depth > MostDepth)
                throw new CellTrouble("The search text is nested too deeply");
            if (text[_at] == '-' && _at + 1 < text.Length && !char.IsWhiteSpace(text[_at + 1]))
            {
                _at++;
                return new Not(ReadTerm(depth + 1));
            }
            if (text[_at] == '(')
            {
                _at++;
                var inner = ReadAny(depth + 1);
                if (SkipBlanks() && text[_at] == ')')
                    _at++;
                return inner;
            }
            var (word, quoted) = ReadWord();
            if (_at < text.Length && text[_at] == ':')
            {
                _at++;
                SkipBlanks();
                var key = word;
                (word, quoted) = ReadWord();
                return new Word(key, word, quoted);
            }
            return new Word(null, word, quoted);
        }

        (string Word, bool Quoted) ReadWord()
        {
            if (_at < text.Length && text[_at] is '"' or '\'')
            {
                var quote = text[_at++];
                var close = text.IndexOf(quote, _at);
                close = close < 0 ? text.Length : close;
                var inner = text[_at..close];
                _at = Math.Min(text.Length, close + 1);
                return (inner, true);
            }
            var from = _at;
            if (string.Compare(text, _at, "(Blank)", 0, 7, StringComparison.OrdinalIgnoreCase) == 0)
                _at += 7;
            else
                while (_at < text.Length && !char.IsWhiteSpace(text[_at]) && text[_at] is not (')' or ':'))
                    _at++;
            if (_at == from)
                _at = Math.Min(text.Length, _at + 1);
            return (text[from.._at], false);
        }

        bool Take(string word)
        {
            if (!SkipBlanks() || !Peek(word))
                return false;
            _at += word.Length;
            return true;
        }

        bool Peek(string word) => string.CompareOrdinal(text, _at, word, 0, word.Length) == 0
            && (_at + word.Length == text.Length || char.IsWhiteSpace(text[_at + word.Length]) || text[_at + word.Length] == '(');

        bool SkipBlanks()
        {
            while (_at < text.Length && char.IsWhiteSpace(text[_at]))
                _at++;
            return _at < text.Length;
        }
    }
}
