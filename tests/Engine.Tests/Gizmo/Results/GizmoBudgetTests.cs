using System.Buffers;
using System.Diagnostics;
using System.Text.Json;
using Espalier.Engine.Columns;
using Espalier.Engine.Gizmo;
using Espalier.Engine.Gizmo.Functions;
using Espalier.Engine.Gizmo.Planning;
using Espalier.Engine.Gizmo.Values;
using Espalier.Engine.Snapshots;
using Espalier.Engine.Tests.Snapshots;
using FsCheck;
using FsCheck.Fluent;

namespace Espalier.Engine.Tests.Gizmo.Results;

/// <summary>No expression hangs, exhausts memory or the stack, or ends in anything but a value or a reason.</summary>
public sealed class GizmoBudgetTests
{
    static readonly Limits Small = Limits.Default with { Steps = 200_000, Time = TimeSpan.FromSeconds(2), Memory = 256 << 20 };

    static readonly EvaluationOptions Options = new() { Now = 1_719_705_600_000, IsScript = true, Seed = 1, Limits = Small };

    static readonly GizmoDataset People = new(Tables.Of(
        new DatasetDefinition("People", "PEOPLE", "id", "id", [new("id", PropertyType.Number), new("parent", PropertyType.Number), new("pay", PropertyType.Number), new("text", PropertyType.Text), new("day", PropertyType.Date)])
        {
            TreeId = "id",
            TreeParentId = "parent",
        },
        [[Cell.Of(0d), Cell.Blank, Cell.Of(5d), Cell.Of("a,b"), Cell.Date(0)],
        [Cell.Of(1d), Cell.Of(0d), Cell.Of(-2.5), Cell.Blank, Cell.Blank],
        [Cell.Of(2d), Cell.Of(0d), Cell.Blank, Cell.Of("(["), Cell.Date(1_000_000_000_000)],
        [Cell.Of(3d), Cell.Of(1d), Cell.Of(1e300), Cell.Of("é🧗"), Cell.Date(-1_000_000_000_000)]]));

    static readonly string[] Arguments =
    [
        "", "1", "-1", "0", "1e308", "0/0", "\"\"", "\"a\"", "\"pay\"", "\"sum\"", "null", "true", "n => n", "n => n.pay", "x => x * 2", "node", "nodes()", "node.c.pay", "[1,[2]]",
        "{a: 1}", "is.blank", "is.not.gt(1)", "/(a|b)*c/g", "date(2024,1,31)", "\"m\"", "1, 2", "\"a\", \"b\"", "n => n.pay, \"desc\"", "is.gt(1), 1, 2", "0, 1e9", "(a, b) => a", "node.day", "\"{pay} {p.text}\"",
    ];

    static readonly string[] Names = [.. Catalogue.All.SelectMany(f => f.Aliases.Prepend(f.Name)).Distinct(), "pay", "text", "day", "_depth", "_subtree", "nothing", "constructor"];

    static readonly string[] Tokens =
    [
        "node", "nodes()", ".", ".", ".pay", ".text", ".value", "(", ")", "[", "]", "{", "}", "=>", "n", "1", "1e9", "\"a\"", "+", "-", "*", "/", "%", "==", "===", "<", "?", ":", ",", ";", "if (", "else", "function f(x)", "var x =",
        "for (var i = 0; i < 9; i += 1)", "while (x)", "switch (x)", "case 1:", "break", "return", "`a${", "}`", "/x/g", "??", "&&", "!", "typeof", "global.a =", ".sum", ".filter(", ".map(", ".d", ".p", "is.", "Math.", "f(f)", "x = x + x",
    ];

    static Gen<string> Programs => Gen.Sized(size => Gen.OneOf(
        Gen.Elements(Tokens).ListOf().Select(tokens => string.Join(' ', tokens)),
        Chain(Math.Max(1, size / 10)),
        from a in Chain(2) from b in Chain(2) from sign in Gen.Elements("+", "-", "==", "<", "??", "&&", "in") select $"({a}) {sign} ({b})",
        from a in Chain(2) from b in Chain(1) select $"var x = {a}; for (var i of x) {{ x = {b}; }} x"));

    static Gen<string> Chain(int length) =>
        from start in Gen.Elements("node", "nodes()", "node.pay", "node.text.value", "[3,1,2]", "array(1,\"a\",null)", "({a: [1]})", "\"text\"", "today()", "is", "Math", "view", "global", "5")
        from calls in Gen.CollectToArray(Enumerable.Range(0, length), _ => from name in Gen.Elements(Names) from argument in Gen.Elements(Arguments) from called in Gen.Choose(0, 3) select called == 0 ? $".{name}" : $".{name}({argument})")
        select start + string.Concat(calls);

    [Fact]
    public void Whatever_is_written_gives_a_value_or_a_reason_and_soon() =>
        Prop.ForAll(Programs.ToArbitrary(), Run).Check(Config.QuickThrowOnFailure.WithMaxTest(2000).WithEndSize(60));

    [Fact]
    public void Every_function_bears_every_argument()
    {
        foreach (var start in new[] { "node", "nodes()", "node.pay", "node.text.value", "[1,\"a\"]", "({a: 1})", "node.day", "is.not", "" })
            foreach (var name in Names)
                foreach (var argument in Arguments)
                    RunOne($"{start}{(start.Length > 0 ? "." : "")}{name}({argument})");
    }

    [Theory]
    [InlineData("while (true) {}")]
    [InlineData("for (;;) {}")]
    [InlineData("function f(n) { f(n + 1) } f(0)")]
    [InlineData("var f = n => f(n); f(1)")]
    [InlineData("var a = [1]; while (true) { a = [a, a] }")]
    [InlineData("var a = []; for (var i = 0; i < 60; i += 1) { a = [a, a] } \"\" + a")]
    [InlineData("var a = [\"x\"]; for (var i = 0; i < 40; i += 1) { a = [a, a] } a.join()")]
    [InlineData("var a = [\"x\"]; for (var i = 0; i < 40; i += 1) { a = [a, a] } a")]
    [InlineData("var o = {}; o.a = o; o.b = o; o")]
    [InlineData("var t = \"x\".repeat(1000000); var a = []; for (var i = 0; i < 1000000; i += 1) { a = a.push(t.concat(i)) } a.count")]
    [InlineData("\"x\".repeat(1000000000)")]
    [InlineData("\"x\".padStart(2000000000, \"ab\")")]
    [InlineData("var t = \"ab\"; while (true) { t = t + t }")]
    [InlineData("var t = \"a\".repeat(900000); t.replace(/a/g, t)")]
    [InlineData("var t = \"a\".repeat(900000); t.replaceAll(\"a\", t)")]
    [InlineData("var t = \"a\".repeat(900000); t.replace(/a/g, \"$_$_\")")]
    [InlineData("\"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa!\".test(/^(a+)+$/)")]
    [InlineData("var t = \"a\".repeat(26) + \"!\"; while (true) { t.test(/^(a|a)*$/) }")]
    [InlineData("(\"aaaaaaaaaaaaaaaaaaaaaaaa!\".repeat(40000)).match(/(a+)+$|!/g).count")]
    [InlineData("(\"aaaaaaaaaaaaaaaaaaaaaaaa!\".repeat(40000)).split(/(a+)+$|!/).count")]
    [InlineData("var a = nodes().map(n => \"x\".repeat(900000).split(\"\")); array(a, a, a, a).flatten.count")]
    [InlineData("var a = \"x\".repeat(900000).split(\"\"); [a,a,a,a,a,a,a,a,a,a].flatten.count")]
    [InlineData("var a = \"x\".repeat(900000).split(\"\"); array(a,a,a).count")]
    [InlineData("var a = \"x\".repeat(900000).split(\"\"); a.concat(a, a).count")]
    [InlineData("var o = {}; for (var i = 0; true; i += 1) { o[i] = i } o")]
    [InlineData("\"((((((((((((((((\".test(\"(\".repeat(100000))")]
    [InlineData("node.math(\"(\".repeat(900000))")]
    [InlineData("node.math(\"-\".repeat(9000) + \"1\")")]
    [InlineData("node.filter(\"(\".repeat(900000))")]
    [InlineData("node.filter(\"-\".repeat(9000) + \"a\")")]
    [InlineData("node.format(\"{\".repeat(900001) + \"pay}\")")]
    [InlineData("nodes().setproperty(n => ({pay: 1})); while (true) { nodes().setproperty(n => ({pay: 1})) }")]
    [InlineData("var a = [1]; a.push(a); a.push(a); \"\" + a")]
    [InlineData("var a = []; while (true) { a.push({}) }")]
    [InlineData("var a = [0]; while (true) { a[a.length] = a.join() }")]
    [InlineData("var t = \"$'\".repeat(400000); t.replace(\"$\", t)")]
    [InlineData("var t = \"$1\".repeat(400000); t.replace(/()/g, t)")]
    [InlineData("\"a\".repeat(900000).match(/((((((((((((((((a+))))))))))))))))/).count")]
    [InlineData("\"`${\".repeat(3000)")]
    public void A_bomb_is_defused(string expression) => RunOne(expression);

    [Theory]
    [InlineData("var o = {}; for (var i = 0; i < 1000000; i = i + 1) { o[\"k\" + i] = \"x\".repeat(1000000) } 1", "The expression makes too much text")]
    [InlineData("var a = []; while (true) { a = a.concat([\"x\".repeat(1000000)]) }", "The expression makes too much text")]
    [InlineData("var a = []; while (true) { a.push(\"x\".repeat(1000000)) }", "The expression makes too much text")]
    [InlineData("var a = []; while (true) { a.push(\"x\".repeat(999999) + 1) }", "The expression makes too much text")]
    [InlineData("var t = \"x\".repeat(1000000); var a = []; while (true) { a.push(t.slice(1)) }", "The expression makes too much text")]
    [InlineData("var t = \"x\".repeat(1000000); var a = []; while (true) { a.push(`${t}`) }", "The expression makes too much text")]
    [InlineData("var t = \"x\".repeat(1000000); var a = []; while (true) { a.push([t].join()) }", "The expression makes too much text")]
    [InlineData("var t = \"x\".repeat(1000000); var a = []; while (true) { a.push(String([t])) }", "The expression makes too much text")]
    [InlineData("var t = \"x\".repeat(1000000); var a = []; while (true) { a.push(t.match(/(((x+)))/)) }", "The expression makes too much text")]
    [InlineData("var t = \"x\".repeat(1000000); var a = []; while (true) { a.push(t.replace(/x/, \"y\")) }", "The expression makes too much text")]
    [InlineData("var t = \"x\".repeat(999000); var o = {}; while (true) { o[[t, o.a = (o.a ?? 0) + 1]] = 1 }", "The expression makes too much text")]
    [InlineData("var t = \"x\".repeat(1000000); var a = []; while (true) { a.push(t.split(\"\")) }", "The expression makes too much text")]
    [InlineData("var a = []; while (true) { a.push([{},{},{},{},{},{},{},{},{},{},{},{},{},{},{},{},{},{},{},{},{},{},{},{},{},{},{},{}]) }", null)]
    public void What_one_expression_keeps_is_a_few_hundred_megabytes_at_most(string expression, string? reason)
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        var error = GizmoCompiler.Compile(expression, People.Schema).Start(People, Options with { Limits = Limits.Default with { Time = TimeSpan.FromMinutes(2) } }).Run(0).Error;
        error.ShouldNotBeNull();
        if (reason is not null)
            error.ShouldBe(reason);
        (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBeLessThan(600L << 20);
    }

    [Fact]
    public void Long_lists_can_be_joined()
    {
        const string expression = "var a = []; for (var i = 0; i < 50000; i += 1) { a.push(\"Name \" + i) } a.join(\", \").length";
        GizmoCompiler.Compile(expression, People.Schema).Start(People, Options with { Limits = Limits.Default }).Run(0).Value.ShouldBe(Value.Of(588_888d));
    }

    [Fact]
    public void All_cells_together_hold_no_more_than_memory_does()
    {
        const int count = 100;
        var definition = new DatasetDefinition("Many", "PEOPLE", "id", "id", [new("id", PropertyType.Number)]);
        var many = new GizmoDataset(Tables.Of(definition, [.. Enumerable.Range(0, count).Select(i => new[] { Cell.Of((double)i) })]));
        foreach (var expression in new[] { "\"x\".repeat(90) + node.id", "node.id.toString().value.padEnd(90)" })
        {
            var column = GizmoCompiler.Compile(expression, many.Schema).RunColumn(many, PropertyType.Text, Options with { Limits = Small with { HeldText = 4600 } });
            column.Errors.Values.Distinct().ShouldBe(["The results hold too much text"], expression);
            column.Errors.Count.ShouldBeInRange(count - 51, count - 49);
            column.Column.IsBlank(count - 1).ShouldBeTrue();
            column.Column.IsBlank(0).ShouldBeFalse();
        }
    }

    static void Run(string expression)
    {
        var compilation = GizmoCompiler.Compile(expression, People.Schema);
        if (compilation.HasErrors)
            return;
        var evaluation = compilation.Start(People, Options);
        foreach (var row in new[] { 0, 3, -1 })
            Show(evaluation.Run(row).Value);
        foreach (var (_, result) in compilation.RunAll(People, Options))
            Show(result.Value);
        foreach (var type in Enum.GetValues<PropertyType>())
            compilation.RunColumn(People, type, Options).Column.Count.ShouldBe(4, expression);
    }

    static void RunOne(string expression)
    {
        var clock = Stopwatch.StartNew();
        var compilation = GizmoCompiler.Compile(expression, People.Schema);
        if (!compilation.HasErrors)
        {
            var value = compilation.Start(People, Options).Run(0).Value;
            Show(value);
            Storing.ToCell(value, PropertyType.Text, out _);
        }
        clock.Elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(30), expression);
    }

    static void Show(Value value)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using var writer = new Utf8JsonWriter(buffer);
        if (!ValueJson.TryWrite(writer, value, 10 << 20))
            return;
        writer.Flush();
        JsonDocument.Parse(buffer.WrittenMemory).Dispose();
    }
}
