using Espalier.Engine.Gizmo.Planning;

namespace Espalier.Engine.Gizmo.Values;

/// <summary>Something that can be called with values.</summary>
abstract class Callable
{
    public abstract Value Invoke(Evaluator evaluator, params ReadOnlySpan<Value> arguments);
}

/// <summary>A function of the host.</summary>
sealed class NativeFunction(Func<Evaluator, Value[], Value> run) : Callable
{
    public override Value Invoke(Evaluator evaluator, params ReadOnlySpan<Value> arguments) => run(evaluator, arguments.ToArray());
}

/// <summary>A test of <c>is</c>. It sees what was read as a whole, so that it can tell whether a property exists.</summary>
sealed class Predicate(Func<Evaluator, Value, bool> test, bool negated = false) : Callable
{
    public bool Test(Evaluator evaluator, Value value) => test(evaluator, value) != negated;

    public Predicate Negate() => new(test, !negated);

    public override Value Invoke(Evaluator evaluator, params ReadOnlySpan<Value> arguments) =>
        Value.Of(Test(evaluator, arguments.Length == 0 ? Value.Blank : arguments[0]));
}
