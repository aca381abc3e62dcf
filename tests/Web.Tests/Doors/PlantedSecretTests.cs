using Espalier.Web.Tests.Support;

namespace Espalier.Web.Tests.Doors;

/// <summary>What a person may not see is on no page of the app, and in nothing that the server sends to their browser.</summary>
public sealed class PlantedSecretTests(Chromium chromium, Furnished furnished)
{
    [Fact]
    public async Task No_page_and_no_answer_tells_a_reader_what_is_hidden()
    {
        var at = await furnished.AtAsync();
        await using var visit = await Visit.BeginAsync(chromium, at);
        visit.Listen();
        await visit.SignInAsync(Furnished.Reader);
        var seen = await LookEverywhereAsync(visit);

        seen.ShouldContain("Staff");
        foreach (var text in new[] { seen, visit.Heard })
        {
            var place = text.IndexOf(Furnished.Secret, StringComparison.OrdinalIgnoreCase);
            (place < 0 ? "" : text[Math.Max(0, place - 300)..Math.Min(text.Length, place + 100)]).ShouldBe("");
        }
        visit.Wrong.ShouldBeEmpty();
    }

    /// <summary>Else the test above would find nothing because nothing is there.</summary>
    [Fact]
    public async Task An_admin_sees_on_the_same_pages_what_is_hidden_from_the_reader()
    {
        var at = await furnished.AtAsync();
        await using var visit = await Visit.BeginAsync(chromium, at);
        await visit.SignInAsync(Installation.Admin);
        var seen = await LookEverywhereAsync(visit);
        foreach (var word in new[] { "tenant", "property", "group", "dataset", "token", "person@example.com" })
            seen.ShouldContain($"{Furnished.Secret}-{word}", Case.Insensitive);
    }

    async Task<string> LookEverywhereAsync(Visit visit)
    {
        var seen = new List<string>();
        string[] hidden = [$"/app/configui?tenantId=DEMO&page=/data/datasets/{furnished.HiddenId}", "/app/configui?tenantId=VAULT&page=/data/datasets"];
        foreach (var route in Routes.Inside(furnished).Concat(hidden))
        {
            await visit.GoAsync(route);
            await visit.SettledAsync();
            seen.Add(await visit.SeenAsync());
        }
        await visit.Page.Keyboard.PressAsync("Control+k");
        // A part of the word, for what was typed is seen as well.
        await visit.Page.Keyboard.TypeAsync(Furnished.Secret[..^1]);
        await visit.SettledAsync();
        seen.Add(await visit.SeenAsync());
        return string.Join('\n', seen);
    }
}
