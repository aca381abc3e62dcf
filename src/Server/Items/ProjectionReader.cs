using System.Collections.Immutable;
using System.Text.Json;
using Espalier.Engine.Calculation;
using Espalier.Engine.Filters;
using Espalier.Server.Http;
using Espalier.Server.Http.Requests;

namespace Espalier.Server.Items;

/// <summary>Reads a projection out of a request's body. What is wrong with it is noted as problems, all of it.</summary>
public static class ProjectionReader
{
    /// <summary>A projection of items: named properties alone, each with 1. Null when there is none.</summary>
    /// <param name="find">Knows the keys; null when the dataset could not be opened, and then any key will do.</param>
    public static Projection? ReadForItems(JsonField? projection, Func<string, NodeColumn?>? find) =>
        projection is null ? null : new(ProjectionMode.Replace, Read(projection, find, field =>
        {
            if (field.Element.ValueKind == JsonValueKind.Number && field.Element.GetDouble() == 1)
                return 1;
            field.Problem(Errors.FieldIsNotImplemented("A projection of items can only have the value 1."));
            return null;
        }));

    /// <summary>A projection of an export: 0 leaves out, other numbers sort.</summary>
    /// <param name="find">Knows the keys; null when the dataset could not be opened, and then any key will do.</param>
    public static Projection ReadForExport(JsonField? projection, ProjectionMode mode, Func<string, NodeColumn?>? find) =>
        new(mode, Read(projection, find, field => field.Element.ValueKind switch
        {
            JsonValueKind.True => 1,
            JsonValueKind.False => 0,
            _ => field.Number(),
        }));

    static ImmutableArray<KeyValuePair<string, double>> Read(
        JsonField? projection, Func<string, NodeColumn?>? find, Func<JsonField, double?> number)
    {
        var entries = ImmutableArray.CreateBuilder<KeyValuePair<string, double>>();
        foreach (var (key, field) in projection?.Object()?.Members() ?? [])
        {
            if (find is not null && find(key) is null)
                field.Problem(Errors.PropertyNotFound(key));
            if (number(field) is { } value)
                entries.Add(KeyValuePair.Create(key, value));
        }
        return entries.ToImmutable();
    }
}
