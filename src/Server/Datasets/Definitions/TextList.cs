using System.Collections.Immutable;
using Espalier.Server.Http;
using Espalier.Server.Http.Requests;

namespace Espalier.Server.Datasets.Definitions;

/// <summary>Reads a list of distinct texts, as tags are; <c>null</c> is the empty list.</summary>
static class TextList
{
    public static ImmutableArray<string>? Read(JsonField field)
    {
        if (field.IsNull)
            return [];
        if (field.Array() is not { } items)
            return null;
        var texts = ImmutableArray.CreateBuilder<string>();
        foreach (var item in items)
        {
            if (item.FilledText() is not { } text)
                continue;
            if (texts.Contains(text))
                item.Problem(Errors.FieldMustBeUnique(text));
            texts.Add(text);
        }
        return texts.ToImmutable();
    }
}
