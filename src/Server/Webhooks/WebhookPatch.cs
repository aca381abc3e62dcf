using Espalier.Server.Http;
using Espalier.Server.Http.Requests;
using Espalier.Server.Locations;

namespace Espalier.Server.Webhooks;

/// <summary>What a request says of a webhook; null where it says nothing.</summary>
public sealed record WebhookPatch(string? Url, IReadOnlyList<string>? Events, bool? Active)
{
    /// <summary>Reads a body; what is wrong with it has been noted as problems.</summary>
    /// <param name="isNew">Whether URL and events must be there.</param>
    public static WebhookPatch Read(JsonField? body, bool isNew, LocationGuard guard)
    {
        if (body?.Object() is null)
            return new(null, null, null);
        body.RefuseOthers("url", "events", "active");
        return new(
            ReadUrl(isNew ? body.Required("url") : body.Optional("url"), guard),
            ReadEvents(isNew ? body.Required("events") : body.Optional("events")),
            body.Optional("active")?.Bool());
    }

    static string? ReadUrl(JsonField? field, LocationGuard guard)
    {
        if (field?.FilledText() is not { } url)
            return null;
        if (guard.Check(url) is { } error)
            field.Problem(error);
        return url;
    }

    static IReadOnlyList<string>? ReadEvents(JsonField? field)
    {
        if (field?.Array() is not { } fields)
            return null;
        if (fields.Count == 0)
            field.Problem(Errors.FieldMustNotBeEmpty);
        var events = new List<string>();
        foreach (var one in fields)
        {
            if (one.OneOf(EventTypes.All) is not { } name)
                continue;
            if (events.Contains(name))
                one.Problem(Errors.FieldMustBeUnique(name));
            else
                events.Add(name);
        }
        return [.. EventTypes.All.Intersect(events, StringComparer.Ordinal)];       // always in the same order
    }
}
