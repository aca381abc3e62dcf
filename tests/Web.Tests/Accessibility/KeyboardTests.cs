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
        await keys.TypeAsync(await furnished.AdminAsync());
        await keys.PressAsync("Tab");
        await keys.TypeAsync(Installation.Password);
        await keys.PressAsync("Enter");
        await page.WaitForURLAsync("**/app/workspace**");

        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Datasets", Level = 2, Exact = true })).ToBeVisibleAsync();
        await keys.PressAsync("g");
        await keys.PressAsync("t");
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "API tokens" })).ToBeVisibleAsync();
        var name = page.GetByLabel("Name", new() { Exact = true });
        await Expect(name).ToBeVisibleAsync();
        await TabToAsync(visit, name);
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

        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "New token" })).ToBeVisibleAsync();
        await keys.PressAsync("n");
        await Expect(name).ToBeFocusedAsync();
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
