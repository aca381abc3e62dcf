using System.Text.Json;
using Espalier.Server.Access.Sessions;
using Espalier.Server.Http;
using Espalier.Server.Http.Requests;

namespace Espalier.Server.Access.Preferences;

/// <summary>What a person likes: an object of the app's own, kept as it is.</summary>
public static class PreferenceEndpoints
{
    public const int MostBytes = 64 * 1024;

    public static void MapPreferences(this IEndpointRouteBuilder installation)
    {
        installation.MapGet("/me/preferences", RetrieveAsync).ForPerson().WithTags("Sign-in").WithName("retrievePreferences")
            .WithSummary("One's preferences.");
        installation.MapPut("/me/preferences", SaveAsync).WithBodyLimit(MostBytes).ForPerson().WithTags("Sign-in").WithName("savePreferences")
            .WithSummary("Replace one's preferences.");
    }

    static async Task<IResult> RetrieveAsync(Person person, IPreferenceStore store, CancellationToken ct) =>
        TypedResults.Text(await store.FindAsync(person.Email, ct) ?? "{}", Json.ContentType);

    static async Task<IResult> SaveAsync(HttpContext context, Person person, IPreferenceStore store, CancellationToken ct)
    {
        var problems = new Problems();
        var body = (await JsonBody.RequiredAsync(context, problems, ct))?.Object();
        problems.ThrowIfAny();
        var json = JsonSerializer.Serialize(body!.Element, Json.Options);
        await store.SaveAsync(person.Email, json, ct);
        return TypedResults.Text(json, Json.ContentType);
    }
}
