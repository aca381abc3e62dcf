using System.Collections.Immutable;
using System.Text;
using System.Text.Json;
using Espalier.Engine.Calculation;
using Espalier.Engine.Columns;
using Espalier.Engine.Filters;
using Espalier.Server.Http;
using Espalier.Server.Http.Requests;

namespace Espalier.Server.Items;

/// <summary>Reads a filter out of a request's body. What is wrong with it is noted as problems, all of it.</summary>
public static class FilterReader
{
    static readonly Dictionary<string, Comparison> Operators = new(StringComparer.Ordinal)
    {
        ["$ne"] = Comparison.NotIn,
        ["$gt"] = Comparison.Greater,
        ["$gte"] = Comparison.GreaterOrEqual,
        ["$lt"] = Comparison.Less,
        ["$lte"] = Comparison.LessOrEqual,
        ["$in"] = Comparison.In,
        ["$nin"] = Comparison.NotIn,
    };

    /// <param name="filter">Null: everything.</param>
    /// <param name="find">Knows the keys; null when the dataset could not be opened, and then any key will do.</param>
    public static Filter Read(JsonField? filter, Func<string, NodeColumn?>? find)
    {
        var conditions = ImmutableArray.CreateBuilder<Condition>();
        foreach (var (key, field) in filter?.Object()?.Members() ?? [])
        {
            if (key.StartsWith('$') && find?.Invoke(key) is null)
            {
                field.Problem(Errors.FieldIsNotImplemented($"There is no '{key}' here: a filter names properties, all of which must match."));
                continue;
            }
            if (find is not null && find(key) is null)
                field.Problem(Errors.PropertyNotFound(key));
            ReadCondition(key, field, conditions);
        }
        return new(conditions.ToImmutable());
    }

    static void ReadCondition(string key, JsonField field, ImmutableArray<Condition>.Builder conditions)
    {
        if (field.Element.ValueKind != JsonValueKind.Object)
        {
            if (Operand(field) is { } value)
                conditions.Add(Condition.Is(key, value));
            return;
        }
        if (!field.Element.EnumerateObject().Any())
            field.Problem(Errors.FieldMustNotBeEmpty);
        foreach (var (name, operand) in field.Members())
            if (!Operators.TryGetValue(name, out var comparison))
                operand.Problem(Errors.FieldIsNotImplemented($"There is no operator '{name}'; there are: {string.Join(", ", Operators.Keys)}."));
            else if (name is "$in" or "$nin")
                conditions.Add(new(key, comparison, [.. (operand.Array() ?? []).Select(Operand).OfType<Cell>()]));
            else if (Operand(operand) is { } value)
                conditions.Add(new(key, comparison, [value]));
    }

    static Cell? Operand(JsonField field)
    {
        switch (field.Element.ValueKind)
        {
            case JsonValueKind.String:
                return Cell.Of(field.Element.GetString()!);
            case JsonValueKind.Number:
                return field.Number() is { } number ? new Cell(CellKind.Number, number, Conversion.DecimalText(Encoding.UTF8.GetBytes(field.Element.GetRawText()))) : null;
            case JsonValueKind.True or JsonValueKind.False:
                return Cell.Of(field.Element.GetBoolean());
            case JsonValueKind.Null:
                return Cell.Blank;
            default:
                field.Problem(Errors.FieldHasWrongType("a text, a number, true, false or null"));
                return null;
        }
    }
}
