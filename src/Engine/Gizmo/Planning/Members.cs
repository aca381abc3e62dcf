using Espalier.Engine.Gizmo.Functions;
using Espalier.Engine.Gizmo.Values;

namespace Espalier.Engine.Gizmo.Planning;

/// <summary>What a name after a dot means, by what stands before it.</summary>
static class Members
{
    public static Value Get(Evaluator evaluator, Value target, string name)
    {
        TryGet(evaluator, target, name, out var value);
        return value;
    }

    /// <summary>False when nothing answers to the name; the value is blank then.</summary>
    public static bool TryGet(Evaluator evaluator, Value target, string name, out Value value)
    {
        if (Function(target, name) is { } function)
        {
            value = function.Run(new(evaluator, target, [], null));
            return true;
        }
        if (target is { Kind: ValueKind.Host, Host.Name: "is" })
            throw new CellTrouble($"There is no predicate `{name}`");
        return TryData(evaluator, target, name, exact: false, out value);
    }

    /// <summary>What a name means that stands in a text, such as a template: properties of a node go before what is built in.</summary>
    /// <param name="isPath">Whether more names follow.</param>
    public static bool TryNamed(Evaluator evaluator, Value item, string name, bool isPath, out Value value)
    {
        if (item.Kind is ValueKind.Node or ValueKind.Link)
            item = Value.Of(Items.One(item));
        if (item.Kind == ValueKind.Collection && item.Items is { Kind: not ItemKind.Values, Count: > 0, First: var first }
            && Function(item, name) is { } builtIn && Keys(first).FindBefore(builtIn, name, isPath) is not null)
            return PropertyReads.TryRead(evaluator, item.Items, name, exact: false, out value);
        return TryGet(evaluator, item, name, out value);
    }

    public static Value Named(Evaluator evaluator, Value item, string name)
    {
        TryNamed(evaluator, item, name, isPath: false, out var value);
        return value;
    }

    static Binding.KeyMatch Keys(Value item) => (item.Kind == ValueKind.Node ? item.Dataset : item.Side.Table.Links).Schema.Keys;

    public static Value Call(Evaluator evaluator, Value target, string name, Call call)
    {
        if (Function(target, name) is { } function)
            return function.Run(call);
        if (TryData(evaluator, target, name, exact: false, out var value) && Coercion.Scalar(value).Kind == ValueKind.Function)
            return evaluator.Invoke(Coercion.Scalar(value), call.All());
        if (target.IsBlank || target.Kind == ValueKind.Host && target.Host.Name is "resource" or "event")
            return Value.Blank;
        throw new CellTrouble($"There is no function `{name}` here");
    }

    /// <summary><c>c[i]</c> and <c>c["key"]</c>.</summary>
    public static Value Index(Evaluator evaluator, Value target, Value index)
    {
        index = Coercion.Scalar(index);
        if (index.Kind == ValueKind.Number)
            return At(target, index.Number);
        var key = Coercion.ToText(index);
        if (!TryData(evaluator, target, key, exact: true, out var value) && target.Kind is not ValueKind.Collection)
            TryGet(evaluator, target, key, out value);
        return value;
    }

    static Value At(Value target, double index)
    {
        if (target.Kind == ValueKind.Array)
            return index >= 0 && index < target.Array.Count && index == Math.Floor(index) ? target.Array[(int)index] : Value.Blank;
        var list = target.Kind == ValueKind.Collection ? target.Items.List : null;
        if (target.Kind == ValueKind.Text)
            return index >= 0 && index < target.Text.Length ? Value.Of(target.Text[(int)index].ToString()) : Value.Blank;
        if (list is null)
            return target.Kind == ValueKind.Object ? target.Object[Coercion.ToText(index)] : Value.Blank;
        var found = index >= 0 && index < list.Length && index == Math.Floor(index);
        var items = target.Items;
        return Value.Of(new Items(items.Kind, found ? [list[(int)index]] : [], items.Source));
    }

    static Function? Function(Value target, string name)
    {
        switch (target.Kind)
        {
            case ValueKind.Collection when target.Items.Kind == ItemKind.Links:
                return Catalogue.Find(On.Links, name) ?? Catalogue.Find(On.Nodes, name);
            case ValueKind.Collection when target.Items.Kind == ItemKind.Nodes:
                return Catalogue.Find(On.Nodes, name);
            case ValueKind.Node:
                return Catalogue.Find(On.Nodes, name);
            case ValueKind.Link:
                return Catalogue.Find(On.Links, name);
            case ValueKind.Collection:
                return Catalogue.Find(On.Values, name) ?? (IsData(target, name) ? null : Catalogue.Find(On.Text, name));
            case ValueKind.Object when !target.Object.Has(name):
                return Catalogue.Find(On.Object, name);
            case ValueKind.Array:
                return Catalogue.Find(On.Array, name) ?? Catalogue.Find(On.Values, name);
            case ValueKind.Text:
                return Catalogue.Find(On.Text, name) ?? Catalogue.Find(On.Values, name);
            case ValueKind.Number or ValueKind.Date or ValueKind.Boolean:
                return Catalogue.Find(On.Values, name) ?? Catalogue.Find(On.Text, name);
            case ValueKind.Host:
                return Catalogue.Find(target.Host.Name, name);
            // What is not there can still be tested and have a default.
            case ValueKind.Blank when Catalogue.Find(On.Values, name) is { } function:
                return function.Gives == Gives.Maps || function.Name is "isEq" or "isblank" ? function : null;
            default:
                return null;
        }
    }

    /// <summary>Whether the items carry something of that name: a lookup's property, or a field.</summary>
    static bool IsData(Value target, string name)
    {
        var items = target.Items;
        if (items.Source is { Property: { Lookup: { } lookup } } && lookup.Keys.Find(name) is not null)
            return true;
        foreach (var item in items.List)
            if (item.Kind == ValueKind.Object && Found(item.Object, name))
                return true;
        return false;
    }

    static bool Found(ObjectValue value, string name)
    {
        value.Find(name, out var found);
        return found;
    }

    static bool TryData(Evaluator evaluator, Value target, string name, bool exact, out Value value)
    {
        switch (target.Kind)
        {
            case ValueKind.Node or ValueKind.Link:
                return TryData(evaluator, Value.Of(Items.One(target)), name, exact, out value);
            case ValueKind.Collection when target.Items.Kind == ItemKind.Values:
                return TryFields(evaluator, target.Items, name, out value);
            case ValueKind.Collection:
                return PropertyReads.TryRead(evaluator, target.Items, name, exact, out value);
            case ValueKind.Object:
                if (!target.Object.Has(name))
                    evaluator.Budget.Step(target.Object.Fields.Count);
                value = target.Object.Find(name, out var found);
                return found;
            case ValueKind.Array when Array.Exists(target.Array.List, v => v.Kind == ValueKind.Object):
                value = Value.Of(Array.ConvertAll(target.Array.List, v => v.Kind == ValueKind.Object ? v.Object.Find(name, out _) : Value.Blank));
                return true;
            default:
                value = Value.Blank;
                return false;
        }
    }

    /// <summary>A property of the items' lookup rows, or a field of items that are objects.</summary>
    static bool TryFields(Evaluator evaluator, Items items, string name, out Value value)
    {
        if (items.Source is { } source && source.Dataset.Lookup(source.Property.Key) is { } lookup && lookup.Schema.Keys.Find(name) is { } property)
        {
            value = PropertyReads.ThroughLookup(items, lookup, property);
            return true;
        }
        evaluator.Budget.Step(items.Count);
        List<Value> list = new(items.Count);
        var any = false;
        var kind = ItemKind.Values;
        foreach (var item in items.List)
        {
            var found = false;
            var field = item.Kind == ValueKind.Object ? item.Object.Find(name, out found) : Value.Blank;
            any |= found;
            // Collections of nodes that are fields flatten, as relationships do.
            if (field.Kind == ValueKind.Collection && field.Items.Kind != ItemKind.Values)
            {
                kind = field.Items.Kind;
                evaluator.Budget.Step(field.Items.Count);
                evaluator.Budget.CheckItems(list.Count + (long)field.Items.Count);
                list.AddRange(field.Items.List);
            }
            else
                list.Add(Coercion.Unwrap(field));
        }
        value = Value.Of(new Items(kind, [.. list]));
        return any;
    }

    /// <summary>The items as a lambda gets them: nodes as collections of one, other values raw.</summary>
    public static Value[] LambdaItems(Value value)
    {
        if (value.Kind == ValueKind.Collection && value.Items.Kind != ItemKind.Values)
            return Array.ConvertAll(value.Items.List, item => Value.Of(Items.One(item)));
        return Coercion.List(value);
    }
}
