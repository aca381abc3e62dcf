using System.Text.Json;
using Espalier.Server.Tests.Support;
using Espalier.Web.Tests.Support;
using Microsoft.Playwright;

namespace Espalier.Web.Tests.Accessibility;

/// <summary>
/// Routes with the real server behind them, light and dark: nothing that axe finds, nothing in the console, nothing that the policy refuses. Pages with much on them, and each of
/// their states, are walked by <c>web/tests/walk.mjs</c>.
/// </summary>
public sealed class AxeTests(Chromium chromium, Furnished furnished)
{
    const string All = "['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']";

    // Dark is the same page with other variables.
    const string Colours = "['color-contrast']";

    static readonly string Axe = File.ReadAllText(Path.Combine(Repository.Root, "web", "node_modules", "axe-core", "axe.min.js"));

    [Fact]
    public async Task Pages_before_signing_in()
    {
        await using var visit = await Visit.BeginAsync(chromium, await furnished.AtAsync());
        await CheckAsync(visit, Routes.Outside);
    }

    [Fact]
    public async Task Pages_of_a_tenant_with_nothing_in_it()
    {
        await using var visit = await Visit.BeginAsync(chromium, await furnished.AtAsync());
        await visit.SignInAsync(await furnished.AdminAsync(Furnished.EmptyTenant));
        await CheckAsync(visit, Routes.Inside(furnished).Select(route => route.Replace("tenantId=DEMO", $"tenantId={Furnished.EmptyTenant}", StringComparison.Ordinal)));
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
            foreach (var (scheme, rules) in new[] { (ColorScheme.Light, All), (ColorScheme.Dark, Colours) })
            {
                await visit.Page.EmulateMediaAsync(new() { ColorScheme = scheme });
                var violations = await visit.Page.EvaluateAsync<JsonElement>($"axe.run(document, {{ runOnly: {rules} }}).then(result => result.violations)");
                found.AddRange(violations.EnumerateArray().Select(one => $"{route} ({scheme}): {one.GetProperty("id").GetString()} {one.GetProperty("nodes")[0].GetProperty("html").GetString()}"));
            }
            await visit.Page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Light });
        }
        found.ShouldBeEmpty();
        visit.Wrong.ShouldBeEmpty();
    }
}
