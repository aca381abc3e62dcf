using Espalier.Engine.Calculation.Saving;
using Espalier.Engine.Snapshots;
using Espalier.Server.Http;
using Espalier.Server.Http.Requests;

namespace Espalier.Server.Reading.Calculation;

/// <summary>Reads which on-demand properties shall run, in their order.</summary>
public static class OnDemandKeys
{
    /// <param name="definition">Null when the dataset could not be opened; then keys are not checked.</param>
    public static IReadOnlyList<string> Read(JsonField? keys, DatasetDefinition? definition)
    {
        List<string> read = [];
        if (keys?.Array() is not { } named)
            return read;
        if (named.Count == 0)
            keys.Problem(Errors.FieldMustNotBeEmpty);
        foreach (var field in named)
        {
            if (field.Text() is not { } key)
                continue;
            if (read.Contains(key))
                field.Problem(Errors.FieldMustBeUnique(key));
            else if (definition is not null && definition.Find(key) is var property && (property is null || !OnDemand.Is(property)))
                field.Problem(property is null ? Errors.PropertyNotFound(key) : Errors.PropertyNotOnDemand(key));
            read.Add(key);
        }
        return read;
    }
}
