using Espalier.Server.Http;
using Espalier.Server.Http.Requests;

namespace Espalier.Server.Drafts;

/// <summary>What a request says of a draft: its name, description and tags.</summary>
public sealed class DraftWords
{
    readonly string? _name;
    readonly string? _description;
    readonly bool _setsDescription;
    readonly IReadOnlyList<string>? _tags;

    DraftWords(JsonField body, JsonField? name)
    {
        _name = name?.FilledText();
        _setsDescription = body.Member("description") is not null;
        _description = body.Optional("description")?.Text();
        _tags = body.Member("tags") is { } tags ? ReadTags(tags) : null;
    }

    /// <summary>Of a new draft, which must have a name.</summary>
    public static DraftWords ReadNew(JsonField body)
    {
        body.RefuseOthers("datasetId", "name", "description", "tags");
        return new(body, body.Required("name"));
    }

    /// <summary>Of a draft that is there: what is not named stays, null takes description or tags away.</summary>
    public static DraftWords ReadChange(JsonField body)
    {
        body.RefuseOthers("name", "description", "tags");
        return new(body, body.Member("name"));
    }

    public Draft ApplyTo(Draft draft) => draft with
    {
        Name = _name ?? draft.Name,
        Description = _setsDescription ? _description : draft.Description,
        Tags = _tags ?? draft.Tags,
    };

    static IReadOnlyList<string>? ReadTags(JsonField tags)
    {
        if (tags.IsNull)
            return [];
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var tag in tags.Array() ?? [])
            if (tag.FilledText() is { } text && !seen.Add(text))
                tag.Problem(Errors.FieldMustBeUnique(text));
        return [.. seen];
    }
}
