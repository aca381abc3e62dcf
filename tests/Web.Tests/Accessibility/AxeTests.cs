using System.Text.Json;
using Espalier.Server.Tests.Support;
using Espalier.Web.Tests.Support;
using Microsoft.Playwright;

namespace Espalier.Web.Tests.Accessibility;

/// <summary>Every route with the real server behind it, light and dark: nothing that axe finds, nothing in the console, nothing that the policy refuses.</summary>
public sealed class AxeTests(Chromium chromium, Furnished furnished)
{
    const string Rules = "['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']";

    static readonly string Axe = File.ReadAllText(Path.Combine(Repository.Root, "web", "node_modules", "axe-core", "axe.min.js"));

    [Fact]
    public async Task Pages_before_signing_in()
    {
        await using var visit = await Visit.BeginAsync(chromium, await furnished.AtAsync());
        await CheckAsync(visit, Routes.Outside);
    }

    [Fact]
    public async Task Pages_of_an_admin_with_much_on_them()
    {
        await using var visit = await Visit.BeginAsync(chromium, await furnished.AtAsync());
        await visit.SignInAsync();
        await CheckAsync(visit, Routes.Inside(furnished));
    }

    [Fact]
    public async Task Pages_of_a_tenant_with_nothing_in_it()
    {
        await using var visit = await Visit.BeginAsync(chromium, await furnished.AtAsync());
        await visit.SignInAsync();
        await CheckAsync(visit, Routes.Inside(furnished).Select(route => route.Replace("tenantId=DEMO", $"tenantId={Furnished.EmptyTenant}", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Pages_of_somebody_who_may_only_read()
    {
        await using var visit = await Visit.BeginAsync(chromium, await furnished.AtAsync());
        await visit.SignInAsync(Furnished.Reader);
        await CheckAsync(visit, Routes.Inside(furnished));
    }

    static async Task CheckAsync(Visit visit, IEnumerable<string> routes)
    {
        var found = new List<string>();
        foreach (var route in routes)
        {
            await visit.GoAsync(route);
            await visit.SettledAsync();
            // The policy is on, so the checker comes by the debugger and not by a script element.
            await visit.Page.EvaluateAsync(Axe);
            foreach (var scheme in new[] { ColorScheme.Light, ColorScheme.Dark })
            {
                await visit.Page.EmulateMediaAsync(new() { ColorScheme = scheme });
                var violations = await visit.Page.EvaluateAsync<JsonElement>($"axe.run(document, {{ runOnly: {Rules} }}).then(result => result.violations)");
                found.AddRange(violations.EnumerateArray().Select(one => $"{route} ({scheme}): {one.GetProperty("id").GetString()} {one.GetProperty("nodes")[0].GetProperty("html").GetString()}"));
            }
            await visit.Page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Light });
        }
        found.ShouldBeEmpty();
        visit.Wrong.ShouldBeEmpty();
    }
}
