using System.Collections.Immutable;
using Espalier.Engine.Linking;
using Espalier.Engine.Snapshots;
using Espalier.Server.Datasets.Definitions;
using Espalier.Server.Http;
using Espalier.Server.Http.Requests;

namespace Espalier.Server.Datasets.Linking;

/// <summary>What a request says of a links dataset: all of it for a new one, what shall change for another.</summary>
public sealed class LinksPatch
{
    static readonly string[] Fields =
    [
        "name", "fromDatasetId", "toDatasetId", "additionalProperties", "tags",
        // Answers hold these; who sends one back need not take them out.
        "datasetId", "type", "autoId", "labelId", "cacheKey", "createdAt", "createdBy", "modifiedAt", "modifiedBy", "properties",
        "items", "drafts", "linkingRelationships", "_links",
    ];

    readonly string? _name;
    readonly ImmutableArray<string>? _tags;
    readonly List<PropertyPatch>? _properties;
    readonly bool _deletesOmitted;

    LinksPatch(JsonField body, bool isNew, bool deletesOmitted)
    {
        _deletesOmitted = deletesOmitted;
        if (body.Object() is null)
            return;
        _name = (isNew ? body.Required("name") : body.Member("name"))?.FilledText();
        From = Id(isNew ? body.Required("fromDatasetId") : body.Member("fromDatasetId"));
        To = Id(isNew ? body.Required("toDatasetId") : body.Member("toDatasetId"));
        _tags = body.Member("tags") is { } tags ? TextList.Read(tags) : null;
        _properties = (deletesOmitted ? body.Required("additionalProperties") : isNew ? body.Optional("additionalProperties") : body.Member("additionalProperties")) is { } properties
            ? DefinitionPatch.ReadProperties(properties) : null;
        foreach (var patch in _properties ?? [])
            if (LinkProperties.IsCore(patch.Key))
                patch.Refuse($"The property '{patch.Key}' belongs to every links dataset and cannot be changed.");
        body.RefuseOthers(Fields);
    }

    /// <summary>The dataset whose ids links begin with, as far as it is given and an id.</summary>
    public (JsonField Field, Guid Id)? From { get; }

    /// <summary>The dataset whose ids links end with, as far as it is given and an id.</summary>
    public (JsonField Field, Guid Id)? To { get; }

    public static LinksPatch ReadNew(JsonField body) => new(body, isNew: true, deletesOmitted: false);

    /// <param name="deletesOmitted">Whether additional properties that the request does not name are removed.</param>
    public static LinksPatch ReadChange(JsonField body, bool deletesOmitted) => new(body, isNew: false, deletesOmitted);

    /// <summary>The definition with what is given.</summary>
    /// <returns>Something without meaning when problems were noted.</returns>
    public DatasetDefinition ApplyTo(DatasetDefinition current)
    {
        CheckEnd(From, current.Ends!.From);
        CheckEnd(To, current.Ends.To);
        return current with
        {
            Name = _name ?? current.Name,
            Tags = _tags ?? current.Tags,
            Properties =
            [
                .. LinkProperties.Core,
                .. DefinitionPatch.Merge([.. current.Properties.Where(p => !LinkProperties.IsCore(p.Key))], _properties, _deletesOmitted),
            ],
        };
    }

    /// <summary>The datasets that the request names as lookups.</summary>
    public IEnumerable<Guid> LookupDatasets => (_properties ?? []).Select(p => p.LookupDataset).OfType<Guid>().Distinct();

    /// <summary>Notes what is wrong with the calculations of the properties that the request names.</summary>
    public void CheckCalculations(DatasetDefinition definition, IReadOnlyDictionary<Guid, DatasetDefinition> lookups) =>
        DefinitionPatch.CheckCalculations(_properties, definition, lookups);

    static void CheckEnd((JsonField Field, Guid Id)? given, Guid end)
    {
        if (given is { } wish && wish.Id != end)
            wish.Field.Problem(Errors.DatasetConfigurationInvalid("The datasets that a links dataset joins cannot be changed."));
    }

    static (JsonField, Guid)? Id(JsonField? field)
    {
        if (field?.Text() is not { } text)
            return null;
        if (Ids.TryParse(text, out var id))
            return (field, id);
        field.Problem(Errors.FieldHasWrongType("the id of a dataset, a UUID string"));
        return null;
    }
}
