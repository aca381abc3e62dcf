using System.Text;
using System.Text.Json;
using Espalier.Server.Access;
using Espalier.Server.Datasets.Definitions;
using Espalier.Server.Http;
using Espalier.Server.Http.Requests;
using Espalier.Server.Rights;

namespace Espalier.Server.Packs;

/// <summary>What a request says of a pack; all that is wrong with it is noted.</summary>
sealed class PackPatch
{
    /// <summary>Of a document's JSON without white space.</summary>
    public const int MostBytes = 1024 * 1024;
    const int LongestName = 200;

    static readonly string[] Fields =
    [
        "name", "tags", "source", "document", "grants", "owner", "version",
        // Answers hold these; who sends one back need not take them out.
        "packId", "level", "sourceMissing", "createdAt", "createdBy", "modifiedAt", "modifiedBy",
    ];

    readonly JsonField? _name, _tags;
    readonly string? _document;

    PackPatch(JsonField? body, bool isNew)
    {
        body = body?.Object();
        body?.RefuseOthers(Fields);
        _name = isNew ? body?.Required("name") : body?.Member("name");
        if (_name?.FilledText() is { } name && (name.Trim().Length > LongestName || name.Any(char.IsControl)))
            _name.Problem(Errors.PropertyValueInvalid($"must have at most {LongestName} characters, and no control characters"));
        _tags = body?.Member("tags");
        Tags = _tags is null ? null : TextList.Read(_tags) ?? [];
        SourceField = body?.Member("source");
        Source = SourceField is null or { IsNull: true } ? PackSource.None : ReadSource(SourceField);
        _document = ReadDocument(isNew ? body?.Required("document") : body?.Member("document"));
        GrantsField = body?.Member("grants");
        Grants = GrantsField is null ? null : RightsReader.Grants(GrantsField.IsNull ? null : GrantsField, Level.Read, Level.Modify);
        Owner = isNew ? null : body?.Optional("owner");
        Version = isNew ? null : body?.Optional("version")?.Integer();
    }

    /// <summary>Null: the request says nothing of it, as with the next ones.</summary>
    public IReadOnlyList<string>? Tags { get; }

    public JsonField? SourceField { get; }
    public PackSource Source { get; }
    public JsonField? GrantsField { get; }
    public IReadOnlyList<Grant>? Grants { get; }
    public JsonField? Owner { get; }

    /// <summary>The version that shall be changed, and no other.</summary>
    public int? Version { get; }

    public static PackPatch ReadNew(JsonField? body) => new(body, isNew: true);

    public static PackPatch ReadChange(JsonField? body) => new(body, isNew: false);

    public Pack ApplyTo(Pack pack) => pack with
    {
        Name = _name is { Element.ValueKind: JsonValueKind.String } ? _name.Element.GetString()!.Trim() : pack.Name,
        Tags = Tags ?? pack.Tags,
        Source = SourceField is null ? pack.Source : Source,
        Document = _document ?? pack.Document,
        Grants = Grants ?? pack.Grants,
    };

    static string? ReadDocument(JsonField? field)
    {
        if (field?.Object() is null)
            return null;
        var text = JsonSerializer.Serialize(field.Element, Json.Options);
        if (Encoding.UTF8.GetByteCount(text) is var bytes and > MostBytes)
            field.Problem(Errors.PropertyValueInvalid($"has {bytes} bytes; it may have at most {MostBytes}"));
        return text;
    }

    static PackSource ReadSource(JsonField field)
    {
        if (field.Object() is null)
            return PackSource.None;
        field.RefuseOthers("datasetId", "viewId", "draftId", "linksId");
        var source = new PackSource(Id("datasetId"), Id("viewId"), Id("draftId"), Id("linksId"));
        if (new[] { source.DatasetId, source.ViewId, source.DraftId }.Count(id => id is not null) > 1)
            field.Problem(Errors.FieldsAreMutuallyExclusive("datasetId", "viewId", "draftId"));
        return source;

        Guid? Id(string name)
        {
            if (field.Optional(name) is not { } member || member.Text() is not { } text)
                return null;
            if (Ids.TryParse(text, out var id))
                return id;
            member.Problem(Errors.FieldHasWrongType("a UUID"));
            return null;
        }
    }
}
