using Espalier.Engine.Gizmo.Binding;
using Espalier.Engine.Gizmo.Planning;
using Espalier.Engine.Gizmo.Values;

namespace Espalier.Engine.Gizmo.Functions.OnValues;

/// <summary>The members of <c>is</c>: tests for <c>filter</c>, <c>case</c> and <c>isEq</c>.</summary>
static class Predicates
{
    public static IEnumerable<Function> All =>
    [
        Kind("number", "Whether a value is a number.", v => v.Kind == ValueKind.Number),
        Kind("string", "Whether a value is a text.", v => v.Kind == ValueKind.Text),
        Kind("date", "Whether a value is a date.", v => v.Kind == ValueKind.Date),
        Kind("boolean", "Whether a value is true or false.", v => v.Kind == ValueKind.Boolean),
        Kind("blank", "Whether a value is blank, or a text of blanks.", v => Coercion.IsBlank(v) || v.Kind == ValueKind.Text && string.IsNullOrWhiteSpace(v.Text)),
        Told("found", "Whether the property exists.", "node.filter(is.prop(\"salary\", is.found)).count", v => v.Kind == ValueKind.Collection && v.Items.Source is not null),
        new("not", On.Host, GizmoType.Any, Gives.Raw, "not", "The opposite of the predicate behind it.", "node.bonus.case(is.not.blank, \"paid\")",
            call => Value.Of(new Host("is", !call.Target.Host.Negated))) { Host = "is" },
        Compared("gt", "Whether a value is greater.", c => c > 0),
        Compared("gtEq", "Whether a value is at least as great.", c => c >= 0),
        Compared("lt", "Whether a value is less.", c => c < 0),
        Compared("ltEq", "Whether a value is at most as great.", c => c <= 0),
        Make("eq", "eq(v)", "Whether a value is equal.", "node.c.filter(is.prop(\"grade\", is.eq(7))).count", call => Equal(call.Scalar(0))),
        Make("notEq", "notEq(v)", "Whether a value is not equal.", "node.c.filter(is.prop(\"grade\", is.notEq(7))).count", call => Equal(call.Scalar(0)).Negate()),
        Make("prop", "prop(key, test)", "Whether a property of a node passes a test.", "node.c.filter(is.prop(\"salary\", is.gt(100000))).count", call => Property(call.Text(0), call[1], call)),
        Make("match", "match({key: test, …})", "Whether all the properties pass their tests.", "nodes().filter(is.match({department: \"Finance\"})).count", Match),
        Make("between", "between(a, b)", "Whether a value lies between two, both included.", "node.salary.case(is.between(1, 100), \"low\", \"high\")", Between),
        Make("oneOf", "oneOf(list)", "Whether a value is one of a list.", "nodes().department.filter(is.oneOf([\"Finance\", \"HR\"])).count", OneOf),
        Text("contains", (t, part, how) => t.Contains(part, how)),
        Text("startsWith", (t, part, how) => t.StartsWith(part, how)),
        Text("endsWith", (t, part, how) => t.EndsWith(part, how)),
        Make("like", "like(regex)", "Whether a regular expression finds something in a text.", "nodes().role.filter(is.like(/^C.O$/)).count", Like),
        Make("all", "all(predicate, …)", "Whether all the tests hold.", "nodes().salary.filter(is.all(is.gt(1), is.lt(50000))).count", Every),
        Make("any", "any(predicate, …)", "Whether one of the tests holds.", "nodes().salary.filter(is.any(is.lt(1), is.gt(50000))).count", Any),
    ];

    /// <summary>A member of <c>is</c>, negated when it comes after <c>not</c>.</summary>
    static Function Make(string name, string signature, string help, string example, Func<Call, Predicate> make) =>
        new(name, On.Host, GizmoType.Function, Gives.Raw, "is." + signature, help, example,
            call => Value.Of(make(call) is var predicate && call.Target.Host.Negated ? predicate.Negate() : predicate)) { Host = "is" };

    /// <summary>A test without arguments; with one it is a call of the test.</summary>
    static Function Kind(string name, string help, Func<Value, bool> test) =>
        Told(name, help, $"node.salary.case(is.{name}, \"yes\", \"no\")", v => test(Coercion.Scalar(v)));

    static Function Told(string name, string help, string example, Func<Value, bool> test) =>
        new(name, On.Host, GizmoType.Function, Gives.Raw, "is." + name, help, example, call =>
        {
            var predicate = new Predicate((_, v) => test(v), call.Target.Host.Negated);
            return call.Count == 0 ? Value.Of(predicate) : Value.Of(predicate.Test(call.Evaluator, call[0]));
        }) { Host = "is" };

    static Function Compared(string name, string help, Func<int?, bool> holds) =>
        Make(name, name + "(v)", help, $"node.salary.case(is.{name}(50000), \"yes\", \"no\")", call =>
        {
            var other = call.Scalar(0);
            return new((_, v) => holds(Coercion.Compare(v, other)));
        });

    static Function Text(string name, Func<string, string, StringComparison, bool> test) =>
        Make(name, name + "(text, ignoreCase = false)", $"Whether a text {name} another.".Replace("sWith", "s with", StringComparison.Ordinal), $"nodes().role.filter(is.{name}(\"C\")).count", call =>
        {
            var part = call.Text(0);
            var how = Coercion.IsTrue(call[1]) ? StringComparison.OrdinalIgnoreCase : StringComparison.Ordinal;
            return new((_, v) => Coercion.Scalar(v) is { IsBlank: false } scalar && test(Coercion.ToText(scalar), part, how));
        });

    static Predicate Equal(Value other) => new((_, v) => Coercion.ScalarEquals(Coercion.Scalar(v), other));

    static Predicate Of(Value test) =>
        Coercion.Scalar(test) is { Kind: ValueKind.Function } function
            ? function.Function as Predicate ?? new((evaluator, v) => Coercion.IsTrue(evaluator.Invoke(function, v)))
            : Equal(Coercion.Scalar(test));

    static Predicate Property(string key, Value test, Call call)
    {
        var predicate = call.Count < 2 ? null : Of(test);
        return new((evaluator, v) =>
        {
            var value = Members.Named(evaluator, v, key);
            return predicate is null ? value.Kind == ValueKind.Collection && value.Items.Source is not null : predicate.Test(evaluator, value);
        });
    }

    static Predicate Match(Call call)
    {
        var wanted = call.Scalar(0);
        if (wanted.Kind != ValueKind.Object)
            throw new CellTrouble("`is.match` needs an object of tests");
        Predicate[] tests = [.. wanted.Object.Fields.Select(f => (f.Key, Test: Of(f.Value)))
            .Select(f => new Predicate((evaluator, v) => f.Test.Test(evaluator, Members.Named(evaluator, v, f.Key))))];
        return new((evaluator, v) => Array.TrueForAll(tests, t => t.Test(evaluator, v)));
    }

    static Predicate Between(Call call)
    {
        Value low = call.Scalar(0), high = call.Scalar(1);
        return new((_, v) => Coercion.Compare(v, low) >= 0 && Coercion.Compare(v, high) <= 0);
    }

    static Predicate OneOf(Call call)
    {
        Value[] list = call.Count > 1 ? call.All() : Coercion.List(call[0]);
        return new((_, v) => Array.Exists(list, item => Coercion.ScalarEquals(Coercion.Scalar(v), Coercion.Scalar(item))));
    }

    static Predicate Like(Call call)
    {
        var pattern = call.Scalar(0) is { Kind: ValueKind.Function } f && f.Function is PatternValue known ? known : new PatternValue(call.Text(0), "");
        return new((evaluator, v) => Coercion.Scalar(v) is { IsBlank: false } scalar && pattern.IsMatch(evaluator.Budget, Coercion.ToText(scalar)));
    }

    static Predicate Every(Call call)
    {
        var tests = Array.ConvertAll(call.All(), Of);
        return new((evaluator, v) => Array.TrueForAll(tests, t => t.Test(evaluator, v)));
    }

    static Predicate Any(Call call)
    {
        var tests = Array.ConvertAll(call.All(), Of);
        return new((evaluator, v) => Array.Exists(tests, t => t.Test(evaluator, v)));
    }
}
