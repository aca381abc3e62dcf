using Espalier.Engine.Columns;
using Espalier.Engine.Gizmo;
using Espalier.Engine.Snapshots;
using Espalier.Server.Http;
using Espalier.Server.Http.Requests;

namespace Espalier.Server.Datasets.Definitions;

/// <summary>
/// What a request says of one property. Here is the one place that knows which fields a property has on the wire.
/// </summary>
public sealed class PropertyPatch
{
    static readonly string[] Types = ["text", "number", "date", "boolean"];

    static readonly string[] Fields =
    [
        "key", "type", "name", "isRequired", "description", "format", "tags", "aliases",
        "expression", "expressionMode", "evaluationMode", "lookup",
        // Answers hold these; who sends one back need not take them out.
        "isAutoId", "isLabelId", "isTreeId", "isTreeParentId", "isCore",
    ];

    readonly JsonField _field;
    readonly JsonField? _typeField, _nameField, _isRequiredField;
    readonly PropertyType? _type;
    readonly string? _name;
    readonly bool? _isRequired;
    readonly CalculationPatch _calculation;

    PropertyPatch(JsonField field, string key)
    {
        _field = field;
        Key = key;
        _typeField = field.Optional("type");
        // Links datasets, and so clients, call text "string".
        var type = _typeField?.Element is { ValueKind: System.Text.Json.JsonValueKind.String } e && e.ValueEquals("string")
            ? "text"
            : _typeField?.OneOf(Types);
        _type = type is null ? null : (PropertyType)Array.IndexOf(Types, type);
        _nameField = field.Member("name");
        _name = _nameField is { IsNull: false } ? _nameField.FilledText() : null;
        _isRequiredField = field.Member("isRequired");
        _isRequired = _isRequiredField is { IsNull: true } ? false : _isRequiredField?.Bool();
        _calculation = new(field);
        field.RefuseOthers(Fields);
    }

    public string Key { get; }

    /// <returns>Null when it has no key to know it by; the problems are noted.</returns>
    public static PropertyPatch? Read(JsonField field)
    {
        if (field.Object() is null || field.Required("key") is not { } keyField || keyField.FilledText() is not { } key)
            return null;
        if (key.StartsWith('_'))
            keyField.Problem(Errors.DatasetConfigurationInvalid("A property's key must not start with '_'; such keys are generated."));
        if (key.Any(char.IsControl))
            keyField.Problem(Errors.DatasetConfigurationInvalid("A property's key must not contain control characters."));
        return new(field, key);
    }

    public static string Print(PropertyType type) => Types[(int)type];

    public void NoteRepeated() => _field.Member("key")!.Problem(Errors.FieldMustBeUnique(Key));

    /// <summary>Notes that the property cannot be so.</summary>
    public void Refuse(string why) => _field.Member("key")!.Problem(Errors.DatasetConfigurationInvalid(why));

    /// <summary>The property with what is given; a new one when there is none yet.</summary>
    public Property ApplyTo(Property? current)
    {
        if (current is null && _typeField is null)
            _field.Required("type");

        return _calculation.ApplyTo(new(Key, _type ?? current?.Type ?? PropertyType.Text)
        {
            Name = (_nameField is null ? current?.Name : _name) ?? Key,
            IsRequired = _isRequired ?? current?.IsRequired ?? false,
        }, current);
    }

    /// <summary>The dataset that the property's values are to come from.</summary>
    public Guid? LookupDataset => _calculation.LookupDataset;

    /// <summary>Notes what is wrong with the property's expressions, of which the rest of the dataset is known by now.</summary>
    /// <param name="opens">Whether the caller may read a dataset.</param>
    public void CheckCalculation(Property property, GizmoSchema schema, Func<Guid, bool> opens) => _calculation.Check(property, schema, opens);

    /// <summary>Notes it when the property is said to be not required, although it identifies, labels or places items.</summary>
    public void CheckCore()
    {
        if (_isRequiredField is { IsNull: false } && _isRequired == false)
            _isRequiredField!.Problem(Errors.DatasetConfigurationInvalid(
                $"The property '{Key}' identifies, labels or places items, so it is always required."));
    }
}
