using Espalier.Engine.Calculation;
using Espalier.Engine.Columns;
using Espalier.Server.Http;
using Espalier.Server.Http.Requests;

namespace Espalier.Server.Drafts.Comparing;

/// <summary>How values become one.</summary>
public enum MeasureOperation
{
    Count,
    Sum,
    Avg,
    Min,
    Max,
}

/// <summary>What is compared.</summary>
/// <param name="Key">A property, which may be calculated or generated; null: items are counted.</param>
public sealed record Measure(string? Key, MeasureOperation Operation)
{
    static readonly string[] Names = ["count", "sum", "avg", "min", "max"];

    public string Name => Names[(int)Operation];

    /// <summary>The measures of a body; without any, items are counted. What is wrong with them is noted.</summary>
    public static IReadOnlyList<Measure> ReadAll(JsonField body, Func<string, NodeColumn?>? find)
    {
        if (body.Optional("measures") is not { } field)
            return [new(null, MeasureOperation.Count)];
        var entries = field.Array() ?? [];
        if (field.Element.ValueKind == System.Text.Json.JsonValueKind.Array && entries.Count == 0)
            field.Problem(Errors.FieldMustNotBeEmpty);
        return [.. entries.Select(entry => Read(entry, find)).OfType<Measure>()];
    }

    static Measure? Read(JsonField entry, Func<string, NodeColumn?>? find)
    {
        if (entry.Object() is null)
            return null;
        entry.RefuseOthers("key", "op");
        var name = entry.Required("op")?.OneOf(Names);
        var operation = (MeasureOperation)Math.Max(0, Array.IndexOf(Names, name));
        if (entry.Optional("key") is not { } field)
        {
            if (name is not (null or "count"))
                entry.Required("key");
            return name is null ? null : new(null, operation);
        }
        if (field.Text() is not { } key || name is null)
            return null;
        var column = find?.Invoke(key);
        if (column is null && find is not null)
            field.Problem(Errors.PropertyNotFound(key));
        else if (column is not null && !Fits(operation, column.Type))
            field.Problem(Errors.FieldIsNotImplemented($"'{name}' cannot be made of a property of the type {column.Type.ToString().ToLowerInvariant()}."));
        return new(key, operation);
    }

    static bool Fits(MeasureOperation operation, PropertyType type) => operation switch
    {
        MeasureOperation.Count => true,
        MeasureOperation.Sum or MeasureOperation.Avg => type == PropertyType.Number,
        _ => type is PropertyType.Number or PropertyType.Date,
    };
}
