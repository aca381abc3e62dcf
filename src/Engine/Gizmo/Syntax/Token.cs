using System.Collections.Frozen;

namespace Espalier.Engine.Gizmo.Syntax;

enum TokenKind : byte
{
    End,
    Name,
    Number,
    Text,
    Regex,
    Template,
    Sign,
}

/// <summary>A word, literal or sign.</summary>
/// <param name="Text">A name, a sign, what a text literal means, or what stands in a regular expression or template.</param>
/// <param name="Flags">A regular expression's flags.</param>
/// <param name="AfterLine">Whether a new line began before it: there a statement may end without a semicolon.</param>
readonly record struct Token(TokenKind Kind, Span Span, string Text, double Number = 0, string Flags = "", bool AfterLine = false)
{
    public TemplatePieces? Template { get; init; }

    public bool Is(string sign) => Kind == TokenKind.Sign && Text == sign;

    public bool IsWord(string word) => Kind == TokenKind.Name && Text == word;

    public bool IsKeyword => Kind == TokenKind.Name && Keywords.All.Contains(Text);
}

/// <summary>What a template is made of: texts around and between the tokens of its expressions.</summary>
sealed record TemplatePieces(List<string> Texts, List<List<Token>> Parts);

/// <summary>Words that cannot name a variable. After a dot every word is a property.</summary>
static class Keywords
{
    public static readonly FrozenSet<string> All = FrozenSet.ToFrozenSet(
    [
        "if", "else", "then", "var", "let", "const", "function", "return", "true", "false", "null", "undefined", "new", "this",
        "typeof", "in", "for", "while", "do", "break", "continue", "switch", "case", "default",
    ]);

    /// <summary>Keywords after which an operand starts, so that a slash begins a regular expression.</summary>
    public static readonly FrozenSet<string> BeforeOperand =
        FrozenSet.ToFrozenSet(["return", "typeof", "in", "else", "do", "case", "then"]);
}
