using Espalier.Engine.Columns;
using Espalier.Engine.Gizmo;
using Espalier.Engine.Gizmo.Functions;
using Espalier.Engine.Gizmo.Syntax;
using FsCheck;
using FsCheck.Fluent;

namespace Espalier.Engine.Tests.Gizmo;

public sealed class GizmoSyntaxTests
{
    static readonly string[] Pieces =
    [
        "node", ".", "pay", "(", ")", "[", "]", "{", "}", "=>", "n", "1", "\"a\"", "+", "-", "*", "/", "==", "?", ":", ",", ";", "if", "else", "function", "var",
        "for", "of", "while", "switch", "case", "return", "`a${", "}`", "/x/g", "'", "\n", "//", "/*", "??", "&&", "!", "=", "typeof", "new", "..", "@",
    ];

    static Gen<string> Expressions => Gen.Sized(size => Expression(Math.Min(4, size / 8 + 1)));

    [Fact]
    public void What_is_printed_parses_to_the_same() => Prop.ForAll(Expressions.ToArbitrary(), text =>
    {
        var problems = new DiagnosticBag();
        var printed = Printer.Print(Parser.Parse(text, problems));
        problems.HasErrors.ShouldBeFalse(text);
        Printer.Print(Parser.Parse(printed, problems)).ShouldBe(printed, text);
        problems.HasErrors.ShouldBeFalse(printed);
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(500));

    [Fact]
    public void Any_text_gives_nodes_or_diagnostics_and_no_exception() => Prop.ForAll(Gen.Elements(Pieces).ListOf().Select(p => string.Join(' ', p)).ToArbitrary(), text =>
    {
        var compilation = GizmoCompiler.Compile(text, new("Any", [new("pay", "Pay", PropertyType.Number)]));
        foreach (var diagnostic in compilation.Diagnostics)
        {
            diagnostic.Span.Start.ShouldBeInRange(0, text.Length);
            diagnostic.Span.End.ShouldBeInRange(diagnostic.Span.Start, text.Length);
        }
        _ = GizmoCompiler.Complete(text, text.Length / 2, new("Any", []));
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(2000).WithEndSize(40));

    [Fact]
    public void Every_function_has_an_example_that_compiles()
    {
        foreach (var function in Catalogue.All)
        {
            function.Help.ShouldEndWith(".");
            GizmoCompiler.Compile(function.Example, new("Any", [])).HasErrors.ShouldBeFalse(function.Example);
        }
    }

    static Gen<string> Expression(int depth) => depth == 0
        ? Gen.Elements("node", "1.5", "\"it's\"", "true", "null", "/a[/]b/gi", "x", "this", "-1", "`a${x}b`")
        : Gen.OneOf(
            from sign in Gen.Elements("+", "-", "*", "/", "%", "==", "!==", "<", ">=", "&&", "||", "??", "in") from a in Expression(depth - 1) from b in Expression(depth - 1) select $"({a}) {sign} ({b})",
            from sign in Gen.Elements("!", "-", "+", "typeof ") from a in Expression(depth - 1) select $"{sign}({a})",
            from a in Expression(depth - 1) from b in Expression(depth - 1) from c in Expression(depth - 1) select $"({a}) ? ({b}) : ({c})",
            from a in Expression(depth - 1) from b in Expression(depth - 1) select $"({a}).name(({b}), n => ({a}))[({b})]",
            from a in Expression(depth - 1) from b in Expression(depth - 1) select $"[({a}), ({b})].map((p, q) => {{ return ({a}); }})",
            from a in Expression(depth - 1) from b in Expression(depth - 1) select $"x = ({{key: ({a}), \"other key\": ({b})}}).key",
            from a in Expression(depth - 1) from b in Expression(depth - 1) select $"(function f(p) {{ if (({a})) {{ ({b}) }} else {{ for (var i = 0; i < 3; i += 1) {{ break; }} }} }})(1)",
            from a in Expression(depth - 1) select $"new Object(({a}))");
}
