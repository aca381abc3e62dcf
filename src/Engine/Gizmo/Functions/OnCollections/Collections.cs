using System.Text;
using Espalier.Engine.Gizmo.Binding;
using Espalier.Engine.Gizmo.Functions.OnTexts;
using Espalier.Engine.Gizmo.Planning;
using Espalier.Engine.Gizmo.Values;

namespace Espalier.Engine.Gizmo.Functions.OnCollections;

/// <summary>What can be done with the items of a collection.</summary>
static class Collections
{
    public static IEnumerable<Function> All => OnBoth().Concat(OnValues());

    /// <summary>Functions of node, link and value collections alike.</summary>
    static IEnumerable<Function> OnBoth()
    {
        foreach (var on in new[] { On.Nodes, On.Values })
        {
            var item = on == On.Nodes ? GizmoType.Node : GizmoType.Any;
            yield return new("filter", on, item, Gives.Many, "filter(test)", "The items for which a function, predicate or search text holds.", "nodes().filter(n => n.salary > 50000).count", Filter);
            yield return new("map", on, GizmoType.Any, Gives.Many, "map(f)", "What a function makes of each item.", "node.c.map(n => n.salary * 2)", Map);
            yield return new("foreach", on, item, Gives.Many, "foreach(f)", "Calls a function for each item; gives the items.", "nodes().foreach(n => n.salary).count", ForEach);
            yield return new("sort", on, item, Gives.Many, "sort(key, \"asc\"|\"desc\")", "The items in order; blanks come last.", "node.c.sort(\"salary\", \"desc\").role", Sort);
            yield return new("distinct", on, item, Gives.Many, "distinct", "The items without repeats.", "nodes().department.distinct", call => call.Like([.. call.List.Distinct()]));
            yield return new("isblank", on, GizmoType.Boolean, Gives.Raw, "isblank", "Whether every item is blank.", "node.bonus.isblank", call => Value.Of(Array.TrueForAll(call.List, Coercion.IsBlank)));
            yield return new("to_a", on, item, Gives.Many, "to_a", "The items as a list of their own.", "node.c.to_a", call => call.Like(call.List));
            yield return new("first", on, item, Gives.Any, "first", "The first item.", "node.c.sort(\"salary\").first.role", call => Item(call, 0));
            yield return new("last", on, item, Gives.Any, "last", "The last item.", "node.c.sort(\"salary\").last.role", call => Item(call, call.List.Length - 1));
            yield return new("take", on, item, Gives.Many, "take(n)", "The first n items.", "node.c.take(3)", call => call.Like([.. call.List.Take(call.Whole(0, 0))]));
            yield return new("skip", on, item, Gives.Many, "skip(n)", "All but the first n items.", "node.c.skip(1)", call => call.Like([.. call.List.Skip(call.Whole(0, 0))]));
            yield return new("reverse", on, item, Gives.Many, "reverse()", "The items, the last first.", "node.c.reverse()", call => call.Like([.. call.List.Reverse()]));
            yield return new("flatten", on, item, Gives.Many, "flatten", "The items of items.", "node.c.map(n => n.c.salary).flatten.sum", call => call.Like(call.Evaluator.Budget.Gather(call.List.SelectMany(Flat))));
            yield return new("some", on, GizmoType.Boolean, Gives.Raw, "some(f)", "Whether a test holds for an item.", "node.c.some(n => n.salary > 9)", call => Value.Of(Array.Exists(call.List, i => call.Holds(call[0], i))));
            yield return new("every", on, GizmoType.Boolean, Gives.Raw, "every(f)", "Whether a test holds for all items.", "node.c.every(n => n.salary > 9)", call => Value.Of(Array.TrueForAll(call.List, i => call.Holds(call[0], i))));
            yield return new("find", on, item, Gives.Any, "find(f)", "The first item for which a test holds.", "nodes().find(n => n.grade == 6).role", call => Item(call, Array.FindIndex(call.List, i => call.Holds(call[0], i))));
        }
    }

    static IEnumerable<Function> OnValues() =>
    [
        new("value", On.Values, GizmoType.Any, Gives.Raw, "value", "The only item; an array of several.", "node.department.value", Raw),
        new("includes", On.Values, GizmoType.Boolean, Gives.Raw, "includes(v)", "Whether an item equals the value.", "nodes().department.includes(\"Finance\")",
            call => Value.Of(Array.Exists(call.List, i => Coercion.ScalarEquals(Coercion.Scalar(i), call.Scalar(0))))),
        new("concat", On.Values, GizmoType.Any, Gives.Many, "concat(x, …)", "The items and those of the arguments.", "node.department.concat(\"more\").count",
            call => call.Like(call.Evaluator.Budget.Gather(call.List.Concat(call.All().SelectMany(Coercion.List))))),
        new("join", On.Values, GizmoType.Text, Gives.Raw, "join(separator = \",\")", "The items as one text.", "nodes().department.distinct.join(\"; \")", Join),
        new("array", On.Global, GizmoType.Any, Gives.Many, "array(x, …)", "A collection of the arguments, the items of collections among them.", "array(3,1,2).sort()", OfArguments),
        new("slice", On.Array, GizmoType.Array, Gives.Raw, "slice(from, to)", "A part of an array.", "\"a,b,c\".split(\",\").slice(1)", Slice),
        new("length", On.Array, GizmoType.Number, Gives.Raw, "length", "How many elements there are.", "\"a,b,c\".split(\",\").length", call => Value.Of((double)call.Target.Array.Count)),
        new("indexOf", On.Array, GizmoType.Number, Gives.Raw, "indexOf(v)", "Where an element is, from 0; −1 when it is missing.", "[1,2].indexOf(2)",
            call => Value.Of((double)Array.FindIndex(call.List, v => Coercion.ScalarEquals(Coercion.Scalar(v), call.Scalar(0))))),
        new("push", On.Array, GizmoType.Array, Gives.Raw, "push(x)", "Adds elements to the array; gives the array.", "[1,2].push(3)", Push),
        new("transpose", On.Values, GizmoType.Any, Gives.Many, "transpose", "A table with rows and columns exchanged.", "array({a: 1, b: 2}).transpose", Transpose),
        new("transpose", On.Object, GizmoType.Any, Gives.Many, "transpose", "An object as a table, a row for each field.", "nodes().stats(\"salary\").transpose.count", TransposeObject),
        new("hasOwnProperty", On.Object, GizmoType.Boolean, Gives.Raw, "hasOwnProperty(key)", "Whether an object has a field.", "({a: 1}).hasOwnProperty(\"a\")",
            call => Value.Of(call.Target.Object.Has(call.Text(0)))),
    ];

    static Value Filter(Call call)
    {
        var list = call.List;
        var test = call.Scalar(0);
        if (test.Kind == ValueKind.Text)
        {
            var search = SearchText.Parse(test.Text);
            return call.Like(Array.FindAll(list, item => search.Matches(call.Evaluator, item)));
        }
        if (test.Kind != ValueKind.Function)
            throw new CellTrouble("`filter` needs a function, a predicate or a search text");
        return call.Like(Array.FindAll(list, item => call.Holds(test, item)));
    }

    static Value Map(Call call)
    {
        var at = 0;
        Value[] list = [.. call.List.Select(item => Coercion.Unwrap(call.Apply(0, item, at++)))];
        if (call.Target.Kind == ValueKind.Array)
            return Value.Of(list);
        var nodes = list.Length > 0 && Array.TrueForAll(list, v => v.Kind == ValueKind.Node);
        return Value.Of(new Items(nodes ? ItemKind.Nodes : ItemKind.Values, list));
    }

    static Value ForEach(Call call)
    {
        var at = 0;
        foreach (var item in call.List)
            call.Apply(0, item, at++);
        return call.Target;
    }

    static Value Sort(Call call)
    {
        var key = call.Scalar(0);
        // With one argument that is a direction, the values themselves are sorted.
        var direction = call.Count == 1 && key.Kind == ValueKind.Text && key.Text is "asc" or "desc" && call.Items.Kind == ItemKind.Values ? 0 : 1;
        var descending = call.Text(direction, "asc").Equals("desc", StringComparison.OrdinalIgnoreCase);
        Func<Value, Value> by = direction == 0 || key.IsBlank ? item => item
            : key.Kind == ValueKind.Function ? item => call.Apply(0, item)
            : item => Members.Named(call.Evaluator, item, Coercion.ToText(key));
        return call.Like([.. call.List.Select(item => (Item: item, Key: Coercion.Scalar(by(item))))
            .Order(Comparer<(Value Item, Value Key)>.Create((a, b) => Coercion.SortOrder(a.Key, b.Key, descending))).Select(p => p.Item)]);
    }

    static Value Item(Call call, int at)
    {
        var list = call.List;
        if (at < 0 || at >= list.Length)
            return call.Target is { Kind: ValueKind.Collection } && call.Target.Items.Kind != ItemKind.Values
                ? Value.Of(new Items(call.Target.Items.Kind, [])) : Value.Blank;
        return Call.ForLambda(list[at]);
    }

    static Value Raw(Call call) => call.Target.Kind == ValueKind.Collection ? PropertyReads.Raw(call.Target.Items) : call.Target;

    static IEnumerable<Value> Flat(Value item) => item.Kind is ValueKind.Collection or ValueKind.Array ? Coercion.List(item) : [item];

    static Value Join(Call call)
    {
        var separator = call.Count == 0 ? "," : Coercion.ToText(call.Scalar(0));
        var text = new StringBuilder();
        foreach (var item in call.List)
        {
            text.Append(Coercion.ToText(item)).Append(separator);
            call.Evaluator.Budget.CheckLength(text.Length - separator.Length);
        }
        if (text.Length > 0)
            text.Length -= separator.Length;
        call.Evaluator.Budget.Make(text.Length);
        return Value.Of(text.ToString());
    }

    static Value OfArguments(Call call)
    {
        var list = call.Evaluator.Budget.Gather(call.All().SelectMany(argument =>
            argument.Kind == ValueKind.Collection && argument.Items.Source is not null ? argument.Items.List.SelectMany(Grouping.SplitText)
            : argument.Kind is ValueKind.Collection or ValueKind.Array ? Coercion.List(argument)
            : [argument]));
        var nodes = list.Length > 0 && Array.TrueForAll(list, v => v.Kind == ValueKind.Node);
        return Value.Of(new Items(nodes ? ItemKind.Nodes : ItemKind.Values, list));
    }

    static Value Push(Call call)
    {
        call.Target.Array.Add(call.Evaluator.Budget, call.All());
        return call.Target;
    }

    static Value Slice(Call call)
    {
        var list = call.List;
        var (from, to) = Texts.Range(list.Length, call.Whole(0, 0), call.Whole(1, list.Length));
        return Value.Of(list[from..to]);
    }

    static Value Transpose(Call call)
    {
        var rows = Array.FindAll(call.List, v => v.Kind == ValueKind.Object);
        var names = rows.SelectMany(r => r.Object.Fields.Select(f => f.Key)).Distinct();
        return Value.Of(new Items(ItemKind.Values, [.. names.Select(name =>
        {
            var turned = new ObjectValue().With("key", Value.Of(name));
            for (var i = 0; i < rows.Length; i++)
                turned[$"{i + 1}"] = rows[i].Object[name];
            return Value.Of(turned);
        })]));
    }

    static Value TransposeObject(Call call) => Value.Of(new Items(ItemKind.Values, [.. call.Target.Object.Fields
        .Select(f => Value.Of(new ObjectValue().With("key", Value.Of(f.Key)).With("value", f.Value)))]));
}
