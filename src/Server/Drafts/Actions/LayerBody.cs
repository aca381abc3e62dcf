using Espalier.Engine.Drafts;
using Espalier.Server.Http;
using Espalier.Server.Http.Requests;

namespace Espalier.Server.Drafts.Actions;

/// <summary>Reads which layers a body names, and how they are folded; notes all that is wrong with it.</summary>
public static class LayerBody
{
    /// <summary>In the order of <see cref="FoldScheme"/>.</summary>
    static readonly string[] Schemes = ["distinct", "lossless", "ordered"];

    /// <summary><c>layers</c>, which must be there and not be empty.</summary>
    public static IReadOnlyList<DraftLayer> Read(JsonField body)
    {
        if (body.Required("layers") is not { } field || field.Array() is not { } entries)
            return [];
        if (entries.Count == 0)
            field.Problem(Errors.FieldMustNotBeEmpty);
        return ReadAll(entries);
    }

    /// <summary>The layers of a list, each once.</summary>
    public static IReadOnlyList<DraftLayer> ReadAll(IReadOnlyList<JsonField> entries)
    {
        List<DraftLayer> layers = [];
        foreach (var entry in entries)
        {
            if (entry.Object() is null)
                continue;
            var id = entry.Required("draftId");
            var layer = entry.Optional("layerKey")?.OneOf(DraftLayer.Default) ?? DraftLayer.Default;
            if (id?.Text() is not { } text)
                continue;
            if (!Ids.TryParse(text, out var draftId))
                id.Problem(Errors.FieldHasWrongType("a UUID"));
            else if (layers.Any(other => other.DraftId == draftId))
                id.Problem(Errors.FieldMustBeUnique(text));
            else
                layers.Add(new(draftId, layer));
        }
        return layers;
    }

    public static FoldScheme ReadScheme(JsonField body) =>
        body.Optional("foldScheme")?.OneOf(Schemes) is { } scheme ? (FoldScheme)Array.IndexOf(Schemes, scheme) : FoldScheme.Distinct;
}
