using Espalier.Server.Http;
using Espalier.Server.Http.Requests;

namespace Espalier.Server.Drafts.Editing;

/// <summary>Reads which changes are to be taken back; notes all that is wrong.</summary>
static class RevertBody
{
    /// <returns>The ids, each with its place.</returns>
    public static Dictionary<Guid, JsonField> Read(JsonField? body)
    {
        Dictionary<Guid, JsonField> named = [];
        body?.RefuseOthers("changeIds");
        if (body?.Required("changeIds") is not { } field || field.Array() is not { } entries)
            return named;
        if (entries.Count == 0)
            field.Problem(Errors.FieldMustNotBeEmpty);
        foreach (var entry in entries)
        {
            if (entry.Text() is not { } text)
                continue;
            if (!Ids.TryParse(text, out var id))
                entry.Problem(Errors.FieldHasWrongType("a UUID"));
            else if (!named.TryAdd(id, entry))
                entry.Problem(Errors.FieldMustBeUnique(text));
        }
        return named;
    }
}
