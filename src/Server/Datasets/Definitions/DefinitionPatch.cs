using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Espalier.Engine.Linking;
using Espalier.Engine.Snapshots;
using Espalier.Server.Http;
using Espalier.Server.Http.Requests;

namespace Espalier.Server.Datasets.Definitions;

/// <summary>
/// What a request says of a dataset: all of it for a new one, what shall change for another. Problems are noted with
/// their places as it is read, and again as it is applied, for some show only then.
/// </summary>
public sealed partial class DefinitionPatch
{
    const string Links = LinkProperties.Type;

    static readonly string[] Fields =
    [
        "name", "type", "autoId", "labelId", "treeId", "treeParentId", "tags", "properties",
        // Answers hold these; who sends one back need not take them out.
        "datasetId", "cacheKey", "createdAt", "createdBy", "modifiedAt", "modifiedBy", "items", "drafts",
        "linkingRelationships", "_links", "isPermissionedView",
    ];

    readonly JsonField _body;
    readonly Setting? _name, _type, _autoId, _labelId, _treeId, _treeParentId;
    readonly JsonField? _tagsField, _propertiesField;
    readonly ImmutableArray<string>? _tags;
    readonly List<PropertyPatch>? _properties;
    readonly bool _deletesOmitted;

    DefinitionPatch(JsonField body, bool isNew, bool deletesOmitted)
    {
        _body = body;
        _deletesOmitted = deletesOmitted;
        if (body.Object() is null)
            return;

        _name = ReadSetting("name", isNew);
        _type = ReadSetting("type", isNew);
        _autoId = ReadSetting("autoId", isNew);
        _labelId = ReadSetting("labelId", isNew);
        _treeId = ReadSetting("treeId", isNullable: true);
        _treeParentId = ReadSetting("treeParentId", isNullable: true);
        _tagsField = body.Member("tags");
        _tags = _tagsField is null ? null : TextList.Read(_tagsField);
        _propertiesField = isNew || deletesOmitted ? body.Required("properties") : body.Member("properties");
        _properties = _propertiesField is null ? null : ReadProperties(_propertiesField);
        body.RefuseOthers(Fields);
        CheckType();
    }

    /// <summary>Reads the definition of a new dataset.</summary>
    public static DefinitionPatch ReadNew(JsonField body) => new(body, isNew: true, deletesOmitted: false);

    /// <param name="deletesOmitted">Whether properties that the request does not name are removed.</param>
    public static DefinitionPatch ReadChange(JsonField body, bool deletesOmitted) => new(body, isNew: false, deletesOmitted);

    /// <summary>The definition with what is given.</summary>
    /// <returns>Something without meaning when problems were noted.</returns>
    public DatasetDefinition ApplyTo(DatasetDefinition? current)
    {
        if (current?.Type == Links)
            _body.Problem(Errors.DatasetConfigurationInvalid("A links dataset is changed through the links endpoints."));

        var definition = new DatasetDefinition(_name?.Text ?? current?.Name ?? "", _type?.Text ?? current?.Type ?? "",
            _autoId?.Text ?? current?.AutoId ?? "", _labelId?.Text ?? current?.LabelId ?? "", Merge(current?.Properties ?? [], _properties, _deletesOmitted))
        {
            TreeId = _treeId is null ? current?.TreeId : _treeId.Text,
            TreeParentId = _treeParentId is null ? current?.TreeParentId : _treeParentId.Text,
            Tags = _tags ?? current?.Tags ?? [],
        };
        if (_propertiesField is null || _properties is not null)
            CheckReferences(definition);
        CheckTree(definition);
        foreach (var patch in _properties ?? [])
            if (definition.IsCore(patch.Key))
                patch.CheckCore();
        return definition.WithRequiredCore();
    }

    /// <summary>The datasets that the request names as lookups.</summary>
    public IEnumerable<Guid> LookupDatasets => (_properties ?? []).Select(p => p.LookupDataset).OfType<Guid>().Distinct();

    /// <summary>Notes what is wrong with the calculations of the properties that the request names.</summary>
    /// <param name="definition">The definition with what is given.</param>
    /// <param name="lookups">The lookup datasets that the caller may read.</param>
    public void CheckCalculations(DatasetDefinition definition, IReadOnlyDictionary<Guid, DatasetDefinition> lookups) =>
        CheckCalculations(_properties, definition, lookups);

    internal static void CheckCalculations(
        IReadOnlyList<PropertyPatch>? patches, DatasetDefinition definition, IReadOnlyDictionary<Guid, DatasetDefinition> lookups)
    {
        var schema = CalculationSchema.Of(definition, lookups);
        foreach (var patch in patches ?? [])
            if (definition.Find(patch.Key) is { } property)
                patch.CheckCalculation(property, schema, lookups.ContainsKey);
    }

    internal static ImmutableArray<Property> Merge(ImmutableArray<Property> current, IReadOnlyList<PropertyPatch>? changes, bool deletesOmitted)
    {
        if (changes is null)
            return current;

        var patches = new Dictionary<string, PropertyPatch>(StringComparer.Ordinal);
        foreach (var patch in changes)
            patches.TryAdd(patch.Key, patch);
        var merged = ImmutableArray.CreateBuilder<Property>();
        foreach (var property in current)
        {
            if (patches.Remove(property.Key, out var patch))
                merged.Add(patch.ApplyTo(property));
            else if (!deletesOmitted)
                merged.Add(property);
        }
        foreach (var patch in changes)
            if (patches.Remove(patch.Key))
                merged.Add(patch.ApplyTo(null));
        return merged.ToImmutable();
    }

    void CheckReferences(DatasetDefinition definition)
    {
        Check("autoId", _autoId, definition.AutoId);
        Check("labelId", _labelId, definition.LabelId);
        Check("treeId", _treeId, definition.TreeId);
        Check("treeParentId", _treeParentId, definition.TreeParentId);

        void Check(string role, Setting? setting, string? key)
        {
            if (string.IsNullOrEmpty(key) || definition.PositionOf(key) >= 0)
                return;
            if (setting is not null)
                setting.Field.Problem(Errors.DatasetConfigurationInvalid($"{role} must be the key of a property; there is none with the key '{key}'."));
            else
                (_propertiesField ?? _body).Problem(Errors.DatasetConfigurationInvalid($"The property '{key}' is the dataset's {role}, so it cannot be removed."));
        }
    }

    void CheckTree(DatasetDefinition definition)
    {
        if (_treeId is { IsWrong: true } || _treeParentId is { IsWrong: true } || (_treeId ?? _treeParentId) is not { } given)
            return;
        if (definition.TreeId is null != definition.TreeParentId is null)
            given.Field.Problem(Errors.DatasetConfigurationInvalid("treeId and treeParentId must be set together, or neither."));
        else if (definition.TreeId is not null && definition.TreeId == definition.TreeParentId)
            (_treeParentId ?? given).Field.Problem(Errors.DatasetConfigurationInvalid("treeId and treeParentId must be different properties."));
    }

    void CheckType()
    {
        if (_type?.Text is not { } type)
            return;
        if (type == Links)
            _type.Field.Problem(Errors.DatasetConfigurationInvalid("Links datasets are made through the links endpoints; type must be another one."));
        else if (!TypeName().IsMatch(type))
            _type.Field.Problem(Errors.DatasetConfigurationInvalid("type must be upper-case letters, digits and '_', beginning with a letter, e.g. PEOPLE."));
    }

    Setting? ReadSetting(string name, bool isRequired = false, bool isNullable = false)
    {
        var field = isRequired ? _body.Required(name) : _body.Member(name);
        if (field is null)
            return null;
        if (isNullable && field.IsNull)
            return new(field, null, IsWrong: false);
        var text = field.FilledText();
        return new(field, text, IsWrong: text is null);
    }

    /// <summary>The vendor's reference shows the array nested in another one; both are read.</summary>
    internal static List<PropertyPatch>? ReadProperties(JsonField field)
    {
        if (field.Array() is not { } items)
            return null;
        var patches = new List<PropertyPatch>();
        var keys = new HashSet<string>(StringComparer.Ordinal);
        foreach (var item in items.SelectMany(i => i.Element.ValueKind == System.Text.Json.JsonValueKind.Array ? i.Array()! : [i]))
        {
            if (PropertyPatch.Read(item) is not { } patch)
                continue;
            if (!keys.Add(patch.Key))
                patch.NoteRepeated();
            patches.Add(patch);
        }
        return patches;
    }

    [GeneratedRegex("^[A-Z][A-Z0-9_]*$", RegexOptions.CultureInvariant)]
    private static partial Regex TypeName();

    /// <summary>A text setting that is given; without a text it is taken away, or not a text.</summary>
    sealed record Setting(JsonField Field, string? Text, bool IsWrong);
}
