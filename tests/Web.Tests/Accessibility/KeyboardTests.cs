using Espalier.Web.Tests.Support;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Espalier.Web.Tests.Accessibility;

/// <summary>The app without a mouse.</summary>
public sealed class KeyboardTests(Chromium chromium, Furnished furnished)
{
    [Fact]
    public async Task Signing_in_making_a_token_and_revoking_it_need_no_mouse()
    {
        await using var visit = await Visit.BeginAsync(chromium, await furnished.AtAsync());
        var (page, keys) = (visit.Page, visit.Page.Keyboard);
        await visit.GoAsync("/sign-in");
        await keys.TypeAsync(Installation.Admin);
        await keys.PressAsync("Tab");
        await keys.TypeAsync(Installation.Password);
        await keys.PressAsync("Enter");
        await page.WaitForURLAsync("**/app/workspace**");

        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Demonstration" })).ToBeVisibleAsync();
        await keys.PressAsync("g");
        await keys.PressAsync("t");
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "API tokens" })).ToBeVisibleAsync();
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "New token" })).ToBeVisibleAsync();
        await keys.PressAsync("n");
        await Expect(page.GetByLabel("Name", new() { Exact = true })).ToBeFocusedAsync();
        await keys.TypeAsync("By keyboard");
        await keys.PressAsync("Enter");
        var made = page.GetByRole(AriaRole.Dialog);
        await Expect(made).ToBeVisibleAsync();
        await TabToAsync(visit, made.GetByRole(AriaRole.Button, new() { Name = "Copy the token" }));
        await keys.PressAsync("Enter");
        (await visit.CopiedAsync()).ShouldStartWith("eyJ");
        await TabToAsync(visit, made.GetByRole(AriaRole.Button, new() { Name = "Close", Exact = true }));
        await keys.PressAsync("Enter");
        await Expect(made).ToBeHiddenAsync();

        await TabToAsync(visit, page.GetByRole(AriaRole.Button, new() { Name = "Revoke By keyboard" }));
        await keys.PressAsync("Enter");
        await Expect(page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Button, new() { Name = "Revoke" })).ToBeFocusedAsync();
        await keys.PressAsync("Enter");
        await Expect(page.GetByText("By keyboard is revoked")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Everything_that_can_be_clicked_is_reached_by_Tab_with_a_focus_that_is_seen()
    {
        await using var visit = await Visit.BeginAsync(chromium, await furnished.AtAsync());
        await visit.SignInAsync();
        var problems = new List<string>();
        foreach (var route in Routes.Inside(furnished))
        {
            await visit.GoAsync(route);
            await visit.SettledAsync();
            problems.AddRange((await visit.Page.EvaluateAsync<string[]>(Unreached)).Select(one => $"{route}: {one}"));
            problems.AddRange((await WalkAsync(visit)).Select(one => $"{route}: {one}"));
        }
        problems.ShouldBeEmpty();
    }

    [Fact]
    public async Task Dialogs_hold_the_focus_close_by_Escape_and_give_it_back()
    {
        await using var visit = await Visit.BeginAsync(chromium, await furnished.AtAsync());
        await visit.SignInAsync();
        foreach (var (route, button) in new[] { ("/data/datasets", "New dataset"), ("/users", "Add user"), ("/users", "Add many"), ("/webhooks", "New webhook"), ($"/data/datasets/{furnished.OpenId}/properties", "New property") })
        {
            await visit.SettingsAsync(route);
            await visit.SettledAsync();
            var opener = visit.Page.GetByRole(AriaRole.Button, new() { Name = button, Exact = true }).First;
            await opener.FocusAsync();
            await visit.Page.Keyboard.PressAsync("Enter");
            var dialog = visit.Page.GetByRole(AriaRole.Dialog);
            await Expect(dialog).ToBeVisibleAsync();
            for (var i = 0; i < 40; i++)
            {
                await visit.Page.Keyboard.PressAsync("Tab");
                (await dialog.EvaluateAsync<bool>("dialog => dialog.contains(document.activeElement)")).ShouldBeTrue($"{button}: Tab {i} left the dialog");
            }
            await visit.Page.Keyboard.PressAsync("Escape");
            await Expect(dialog).ToBeHiddenAsync();
            await Expect(opener).ToBeFocusedAsync();
        }
    }

    /// <summary>Things with a pointer and no place in the order of Tab.</summary>
    const string Unreached = """
        [...document.querySelectorAll('body *')].filter(one =>
            getComputedStyle(one).cursor === 'pointer' && one.checkVisibility() &&
            !one.closest('a[href], button, input, select, textarea, label, summary, [tabindex], [role=option]')).map(one => one.outerHTML.slice(0, 200))
        """;

    /// <summary>Goes once around by Tab: the focus is seen on each element, in the window and under nothing.</summary>
    static async Task<List<string>> WalkAsync(Visit visit)
    {
        var problems = new List<string>();
        await visit.Page.EvaluateAsync("document.activeElement?.blur()");
        for (var i = 0; i < 150; i++)
        {
            await visit.Page.Keyboard.PressAsync("Tab");
            var seen = await visit.Page.EvaluateAsync<string?>("""
                () => {
                  const one = document.activeElement;
                  if (!one || one === document.body) return null;
                  if (one.dataset.walked) return null;
                  one.dataset.walked = 'yes';
                  const marked = [one, one.parentElement, one.closest('label')].filter(Boolean).some(at => {
                    const style = getComputedStyle(at);
                    return style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) > 0 || style.boxShadow !== 'none';
                  }) || one.matches('input, textarea, select');
                  const box = one.getBoundingClientRect();
                  const middle = document.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2);
                  const covered = box.width > 0 && middle && !one.contains(middle) && !middle.contains(one) && !middle.closest('label') && !one.matches('input');
                  return marked ? (covered ? 'covered: ' + one.outerHTML.slice(0, 160) : '') : 'no focus seen: ' + one.outerHTML.slice(0, 160);
                }
                """);
            if (seen is null)
                break;
            if (seen.Length > 0)
                problems.Add(seen);
        }
        return problems;
    }

    static async Task TabToAsync(Visit visit, ILocator wanted)
    {
        for (var i = 0; i < 60; i++)
        {
            if (await wanted.EvaluateAsync<bool>("one => one === document.activeElement"))
                return;
            await visit.Page.Keyboard.PressAsync("Tab");
        }
        Assert.Fail("Tab does not reach it.");
    }
}
