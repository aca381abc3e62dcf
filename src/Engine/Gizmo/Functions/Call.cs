using System.Collections.Immutable;
using Espalier.Engine.Gizmo.Planning;
using Espalier.Engine.Gizmo.Syntax;
using Espalier.Engine.Gizmo.Values;

namespace Espalier.Engine.Gizmo.Functions;

/// <summary>One call of a function: what stands before the dot, and the arguments, evaluated when they are asked for.</summary>
sealed class Call(Evaluator evaluator, Value target, ImmutableArray<Node> arguments, Scope? scope)
{
    readonly Value?[] _known = arguments.Length == 0 ? [] : new Value?[arguments.Length];

    public Evaluator Evaluator => evaluator;

    public Frame Frame => evaluator.Frame;

    public Value Target => target;

    public int Count => arguments.Length;

    /// <summary>An argument; blank when it is not given.</summary>
    public Value this[int index] => index >= arguments.Length ? Value.Blank : _known[index] ??= evaluator.Evaluate(arguments[index], scope!);

    public Value[] All() => [.. Enumerable.Range(0, Count).Select(i => this[i])];

    public Value Scalar(int index) => Coercion.Scalar(this[index]);

    public string Text(int index, string fallback = "") => Scalar(index) is { IsBlank: false } value ? Coercion.ToText(value) : fallback;

    public double Number(int index, double fallback = double.NaN) =>
        Coercion.ToNumber(this[index]) is var number && double.IsNaN(number) ? fallback : number;

    public int Whole(int index, int fallback) => (int)Math.Clamp(Math.Truncate(Number(index, fallback)), int.MinValue, int.MaxValue);

    /// <summary>The items of the target; a raw value is its only one.</summary>
    public Value[] List
    {
        get
        {
            var list = Coercion.List(target);
            evaluator.Budget.Step(list.Length);
            return list;
        }
    }

    /// <summary>The target as nodes or links.</summary>
    public Items Items => target.Kind == ValueKind.Collection ? target.Items : Items.One(target);

    /// <summary>One result for each item of a collection or array; one for a raw value.</summary>
    public Value Map(Func<Value, Value> run) => target.Kind switch
    {
        ValueKind.Collection => Value.Of(new Items(ItemKind.Values, Array.ConvertAll(List, item => run(item)))),
        ValueKind.Array => Value.Of(Array.ConvertAll(List, item => run(Coercion.Scalar(item)))),
        _ => run(target),
    };

    /// <summary>Some of the target's items, as the same kind of list.</summary>
    public Value Like(Value[] list)
    {
        evaluator.Budget.CheckItems(list.Length);
        return target.Kind switch
        {
            ValueKind.Collection => Value.Of(new Items(target.Items.Kind, list, target.Items.Source)),
            ValueKind.Array => Value.Of(list),
            _ => Value.Of(new Items(ItemKind.Values, list)),
        };
    }

    /// <summary>An item as a lambda gets it: a node as a collection of one, another value raw.</summary>
    public static Value ForLambda(Value item) => item.Kind is ValueKind.Node or ValueKind.Link ? Value.Of(Items.One(item)) : item;

    /// <summary>Calls the argument for an item of the target.</summary>
    public Value Apply(int index, Value item, int at = 0) => evaluator.Invoke(Coercion.Scalar(this[index]), ForLambda(item), Value.Of((double)at));

    /// <summary>Whether a test holds for an item: a predicate, a function, or a value to be equal to.</summary>
    public bool Holds(Value test, Value item)
    {
        var function = Coercion.Scalar(test);
        if (function.Kind == ValueKind.Function)
            return function.Function is Predicate predicate
                ? predicate.Test(evaluator, target is { Kind: ValueKind.Collection } ? Value.Of(Items.One(item, target.Items.Source)) : item)
                : Coercion.IsTrue(evaluator.Invoke(function, ForLambda(item)));
        return Coercion.SameValue(item, function);
    }
}
