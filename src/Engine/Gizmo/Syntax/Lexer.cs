using System.Globalization;
using System.Text;

namespace Espalier.Engine.Gizmo.Syntax;

/// <summary>Cuts a text into tokens. What makes no sense is told and left out, so that parsing goes on.</summary>
sealed class Lexer(string source, int start, int end, DiagnosticBag problems, int depth = 0)
{
    static readonly string[] Signs =
    [
        "===", "!==", "=>", "==", "!=", "<=", ">=", "&&", "||", "??", "+=", "-=", "*=", "/=", "%=",
        "+", "-", "*", "/", "%", "<", ">", "=", "!", "?", ":", ".", ",", ";", "(", ")", "[", "]", "{", "}",
    ];

    /// <summary>Templates within templates: no text may exhaust the stack.</summary>
    const int MostDepth = 50;

    readonly List<Token> _tokens = [];
    int _at = start;
    bool _afterLine;

    /// <summary>Whether it was told already that the text ends too soon.</summary>
    bool _isOver;

    public static List<Token> Read(string source, DiagnosticBag problems) => new Lexer(source, 0, source.Length, problems).Read();

    public List<Token> Read()
    {
        while (SkipBlanks())
            ReadToken();
        _tokens.Add(new(TokenKind.End, new(end, end), "", AfterLine: true));
        return _tokens;
    }

    char Now => Peek(0);

    char Peek(int ahead) => _at + ahead < end ? source[_at + ahead] : '\0';

    /// <summary>Passes blanks and comments; false at the end.</summary>
    bool SkipBlanks()
    {
        while (_at < end)
        {
            if (Now is '\n' or '\r' or '\u2028' or '\u2029')
            {
                _afterLine = true;
                _at++;
            }
            else if (char.IsWhiteSpace(Now) || Now == '\uFEFF')
                _at++;
            else if (Now == '/' && Peek(1) == '/')
                while (_at < end && Now != '\n')
                    _at++;
            else if (Now == '/' && Peek(1) == '*')
                SkipComment();
            else
                return true;
        }
        return false;
    }

    void SkipComment()
    {
        var close = source.IndexOf("*/", _at + 2, end - _at - 2, StringComparison.Ordinal);
        if (close < 0)
            problems.Error("E-SYNTAX", new(_at, end), "this comment does not end");
        var next = close < 0 ? end : close + 2;
        _afterLine |= source.AsSpan(_at, next - _at).Contains('\n');
        _at = next;
    }

    void ReadToken()
    {
        var from = _at;
        if (IsNameStart(Now))
        {
            while (_at < end && IsNamePart(Now))
                _at++;
            Add(TokenKind.Name, from, source[from.._at]);
        }
        else if (char.IsAsciiDigit(Now) || Now == '.' && char.IsAsciiDigit(Peek(1)))
            ReadNumber();
        else if (QuoteOf(Now) is var quote and not '\0')
            ReadText(quote);
        else if (Now == '`')
            ReadTemplate();
        else if (Now == '/' && OperandMayStart())
            ReadRegex();
        else
            ReadSign();
    }

    void ReadSign()
    {
        var from = _at;
        foreach (var sign in Signs)
        {
            if (string.CompareOrdinal(source, _at, sign, 0, sign.Length) != 0 || _at + sign.Length > end)
                continue;
            _at += sign.Length;
            Add(TokenKind.Sign, from, sign);
            return;
        }
        _at++;
        problems.Error("E-SYNTAX", new(from, _at), $"`{source[from]}` is not part of the language");
    }

    void ReadNumber()
    {
        var from = _at;
        double value;
        if (Now == '0' && Peek(1) is 'x' or 'X' && char.IsAsciiHexDigit(Peek(2)))
        {
            _at += 2;
            for (value = 0; char.IsAsciiHexDigit(Now); _at++)
                value = value * 16 + Convert.ToInt32(Now.ToString(), 16);
        }
        else
        {
            SkipDigits();
            if (Now == '.' && char.IsAsciiDigit(Peek(1)) || Now == '.' && !IsNameStart(Peek(1)) && Peek(1) != '.')
            {
                _at++;
                SkipDigits();
            }
            if (Now is 'e' or 'E' && (char.IsAsciiDigit(Peek(1)) || Peek(1) is '+' or '-' && char.IsAsciiDigit(Peek(2))))
            {
                _at += 2;
                SkipDigits();
            }
            value = double.Parse(source.AsSpan(from, _at - from), NumberStyles.Float, CultureInfo.InvariantCulture);
        }
        if (IsNamePart(Now))
            problems.Error("E-SYNTAX", new(from, _at + 1), "a name cannot start with a digit");
        if (!double.IsFinite(value))
            problems.Error("E-SYNTAX", new(from, _at), "this number is too large");
        Add(TokenKind.Number, from, source[from.._at], value);
    }

    void SkipDigits()
    {
        while (char.IsAsciiDigit(Now))
            _at++;
    }

    void ReadText(char quote)
    {
        var from = _at++;
        var text = new StringBuilder();
        while (true)
        {
            if (_at >= end || Now == '\n')
            {
                problems.Error("E-SYNTAX", new(from, _at), "this text does not end");
                break;
            }
            if (QuoteOf(Now) == quote)
            {
                _at++;
                break;
            }
            if (Now == '\\')
                ReadEscape(text);
            else
                text.Append(source[_at++]);
        }
        Add(TokenKind.Text, from, text.ToString());
    }

    void ReadEscape(StringBuilder text)
    {
        var from = _at++;
        var c = Now;
        _at++;
        switch (c)
        {
            case 'n': text.Append('\n'); break;
            case 't': text.Append('\t'); break;
            case 'r': text.Append('\r'); break;
            case 'b': text.Append('\b'); break;
            case 'f': text.Append('\f'); break;
            case 'v': text.Append('\v'); break;
            case '0' when !char.IsAsciiDigit(Now): text.Append('\0'); break;
            case 'x': ReadHex(2, from, text); break;
            case 'u' when Now == '{': ReadCodePoint(from, text); break;
            case 'u': ReadHex(4, from, text); break;
            case '\r' when Now == '\n': _at++; break;
            case '\n' or '\r': break;
            default:
                if (_at <= end)
                    text.Append(c);
                else
                    _at = end;
                break;
        }
    }

    void ReadHex(int digits, int from, StringBuilder text)
    {
        if (_at + digits <= end && uint.TryParse(source.AsSpan(_at, digits), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var code))
        {
            text.Append((char)code);
            _at += digits;
            return;
        }
        problems.Error("E-SYNTAX", new(from, Math.Min(_at, end)), $"{digits} hexadecimal digits are missing");
    }

    /// <summary>A character by its number: <c>\u{1F600}</c>.</summary>
    void ReadCodePoint(int from, StringBuilder text)
    {
        var code = 0;
        var digits = 0;
        for (_at++; char.IsAsciiHexDigit(Now); _at++, digits++)
            code = Math.Min(code * 16 + Convert.ToInt32(Now.ToString(), 16), 0x110000);
        if (digits == 0 || code > 0x10FFFF || Now != '}')
            problems.Error("E-SYNTAX", new(from, Math.Min(_at, end)), "this is not the number of a character");
        else if (code > char.MaxValue)
            text.Append(char.ConvertFromUtf32(code));
        else
            text.Append((char)code);
        if (Now == '}')
            _at++;
    }

    void ReadTemplate()
    {
        var from = _at++;
        var texts = new List<string>();
        var parts = new List<List<Token>>();
        var text = new StringBuilder();
        while (_at < end && Now != '`')
        {
            if (Now == '\\')
                ReadEscape(text);
            else if (Now == '$' && Peek(1) == '{')
            {
                texts.Add(text.ToString());
                text.Clear();
                var inner = new Lexer(source, _at + 2, end, problems, depth + 1);
                parts.Add(inner.ReadPart());
                _at = Math.Min(end, inner._at + 1);
                if (inner._isOver)
                    _isOver = true;
            }
            else
                text.Append(source[_at++]);
        }
        if (_at >= end && !_isOver)
        {
            problems.Error("E-SYNTAX", new(from, end), "this text does not end");
            _isOver = true;
        }
        texts.Add(text.ToString());
        _at = Math.Min(end, _at + 1);
        _tokens.Add(new(TokenKind.Template, new(from, _at), "", AfterLine: _afterLine) { Template = new(texts, parts) });
        _afterLine = false;
    }

    /// <summary>The tokens of an expression within a template, up to its last brace.</summary>
    List<Token> ReadPart()
    {
        if (depth > MostDepth)
        {
            problems.Error("E-DEPTH", new(_at, _at), "this is nested too deeply");
            _isOver = true;
            _at = end;
        }
        for (var braces = 0; SkipBlanks() && (Now != '}' || braces > 0);)
        {
            braces += Now == '{' ? 1 : Now == '}' ? -1 : 0;
            ReadToken();
        }
        _tokens.Add(new(TokenKind.End, new(_at, _at), "", AfterLine: true));
        return _tokens;
    }

    void ReadRegex()
    {
        var from = _at++;
        var inClass = false;
        for (; _at < end && Now != '\n' && (inClass || Now != '/'); _at++)
        {
            if (Now == '\\')
                _at++;
            else
                inClass = Now == '[' || inClass && Now != ']';
        }
        var bodyEnd = Math.Min(_at, end);
        if (_at >= end || Now != '/')
            problems.Error("E-SYNTAX", new(from, bodyEnd), "this regular expression does not end");
        _at = Math.Min(end, _at + 1);
        var flags = _at;
        while (_at < end && char.IsAsciiLetter(Now))
            _at++;
        Add(TokenKind.Regex, from, source[(from + 1)..bodyEnd], flags: source[flags.._at]);
    }

    bool OperandMayStart()
    {
        if (_tokens.Count == 0)
            return true;
        var last = _tokens[^1];
        return last.Kind switch
        {
            TokenKind.Sign => last.Text is not (")" or "]" or "}"),
            TokenKind.Name => Keywords.BeforeOperand.Contains(last.Text) && !(_tokens.Count > 1 && _tokens[^2].Is(".")),
            _ => false,
        };
    }

    void Add(TokenKind kind, int from, string text, double number = 0, string flags = "")
    {
        _tokens.Add(new(kind, new(from, _at), text, number, flags, _afterLine));
        _afterLine = false;
    }

    /// <summary>The straight quote that a straight or typographic one stands for.</summary>
    static char QuoteOf(char c) => c switch
    {
        '"' or '\u201C' or '\u201D' => '"',
        '\'' or '\u2018' or '\u2019' => '\'',
        _ => '\0',
    };

    internal static bool IsNameStart(char c) => char.IsLetter(c) || c is '_' or '$';

    internal static bool IsNamePart(char c) => char.IsLetterOrDigit(c) || c is '_' or '$' || char.GetUnicodeCategory(c) is UnicodeCategory.NonSpacingMark;
}
