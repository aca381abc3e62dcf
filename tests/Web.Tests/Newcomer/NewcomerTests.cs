using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Espalier.Server.Tests.Support;
using Espalier.Web.Tests.Support;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Espalier.Web.Tests.Newcomer;

/// <summary>From an empty folder to a nightly import and back, without a shell on the server.</summary>
public sealed partial class NewcomerTests(Chromium chromium) : IDisposable
{
    const string Owner = "olga@example.com";
    const string Engineer = "ian@example.com";
    const int People = 5000;

    readonly TempFolder _folder = new();

    [Fact]
    public async Task Whoever_starts_with_an_empty_folder_gets_to_an_import_by_the_copied_line()
    {
        await using var at = await Installation.StartAsync();
        await using var owner = await Visit.BeginAsync(chromium, at);
        await SetUpAsync(owner, at.SetupLink);
        var datasetId = await MakeDatasetAsync(owner);
        await AddPropertyAsync(owner, datasetId);
        await LetInAsync(owner, datasetId);
        var link = await AddEngineerAsync(owner);

        await using var engineer = await Visit.BeginAsync(chromium, at);
        await AcceptAsync(engineer, link);
        var lines = await MakeTokenAsync(engineer);

        await owner.SettingsAsync($"/data/datasets/{datasetId}");
        await WriteFileAsync();
        var (code, printed) = await Bash.RunAsync(lines, _folder.Path);
        code.ShouldBe(0, printed);
        await SeeJobEndAsync(owner);
        await SeeCountsAsync(owner);

        await RevokeAsync(engineer);
        (code, printed) = await Bash.RunAsync(lines, _folder.Path);
        code.ShouldNotBe(0);
        printed.ShouldContain("401");
        printed.ShouldContain("\"40102\"");

        owner.Wrong.ShouldBeEmpty();
        engineer.Wrong.ShouldBeEmpty();
    }

    public void Dispose() => _folder.Dispose();

    static async Task SetUpAsync(Visit owner, string link)
    {
        await owner.Page.GotoAsync(link);
        await owner.FillAsync("E-mail", Owner);
        await owner.FillAsync("New password", Installation.Password);
        await owner.PressAsync("Set up and sign in");
        await owner.Page.WaitForURLAsync("**/app/workspace**");
        await Expect(owner.Page.Locator("h1")).ToBeVisibleAsync();
    }

    static async Task<string> MakeDatasetAsync(Visit owner)
    {
        await owner.SettingsAsync("/data/datasets");
        await owner.PressAsync("New dataset");
        var panel = owner.Page.GetByRole(AriaRole.Dialog);
        await panel.GetByLabel("Name", new() { Exact = true }).First.FillAsync("Staff");
        await panel.GetByRole(AriaRole.Button, new() { Name = "New property" }).ClickAsync();
        await panel.GetByLabel("Name", new() { Exact = true }).Last.FillAsync("Salary");
        await panel.GetByLabel("Type", new() { Exact = true }).Last.SelectOptionAsync("number");
        await panel.GetByRole(AriaRole.Button, new() { Name = "Create dataset" }).ClickAsync();
        await Expect(owner.Page.GetByRole(AriaRole.Heading, new() { Name = "Staff", Level = 1 })).ToBeVisibleAsync();
        await owner.PressAsync("Copy the dataset ID");
        var id = await owner.CopiedAsync();
        Guid.TryParse(id, out _).ShouldBeTrue(id);
        return id;
    }

    static async Task AddPropertyAsync(Visit owner, string datasetId)
    {
        await owner.SettingsAsync($"/data/datasets/{datasetId}/properties");
        await owner.PressAsync("New property");
        var panel = owner.Page.GetByRole(AriaRole.Dialog);
        await panel.GetByLabel("Name", new() { Exact = true }).FillAsync("Team cost");
        await panel.GetByLabel("Type", new() { Exact = true }).SelectOptionAsync("number");
        await panel.GetByRole(AriaRole.Tab, new() { Name = "Values" }).ClickAsync();
        await panel.GetByLabel("Expression", new() { Exact = true }).FillAsync("node.d.salary.sum + node.salary");
        await panel.GetByRole(AriaRole.Button, new() { Name = "New property" }).ClickAsync();
        await Expect(panel).ToBeHiddenAsync();
        await Expect(owner.Page.GetByText("Team cost", new() { Exact = true }).First).ToBeVisibleAsync();
    }

    static async Task LetInAsync(Visit owner, string datasetId)
    {
        await owner.SettingsAsync("/rights");
        await owner.Page.GetByLabel("Dataset", new() { Exact = true }).SelectOptionAsync(datasetId);
        await Expect(owner.Page.GetByRole(AriaRole.Combobox, new() { Name = "Owner" })).ToHaveValueAsync(Owner);
        await owner.PressAsync("Add group");
        await owner.Page.GetByRole(AriaRole.Combobox, new() { Name = "Group", Exact = true }).FillAsync("integration");
        await owner.Page.GetByLabel("Level of integration").SelectOptionAsync("modify");
        await owner.PressAsync("Save");
        await Expect(owner.Page.GetByText("Saved", new() { Exact = true })).ToBeVisibleAsync();
    }

    static async Task<string> AddEngineerAsync(Visit owner)
    {
        await owner.SettingsAsync("/users");
        await owner.PressAsync("Add user");
        var panel = owner.Page.GetByRole(AriaRole.Dialog);
        await panel.GetByLabel("E-mail").FillAsync(Engineer);
        await panel.GetByLabel("Groups").FillAsync("integration");
        await owner.Page.Keyboard.PressAsync("Enter");
        await owner.Page.Keyboard.PressAsync("Tab");
        await panel.GetByRole(AriaRole.Switch, new() { Name = "TokenAccess" }).CheckAsync();
        await panel.GetByRole(AriaRole.Button, new() { Name = "Add user" }).ClickAsync();
        await owner.PressAsync("Copy the link");
        var link = await owner.CopiedAsync();
        link.ShouldContain("/invite#code=");
        await owner.Page.Keyboard.PressAsync("Escape");
        return link;
    }

    static async Task AcceptAsync(Visit engineer, string link)
    {
        await engineer.Page.GotoAsync(link);
        await engineer.FillAsync("New password", "another horse battery");
        await engineer.PressAsync("Accept and sign in");
        await engineer.Page.WaitForURLAsync("**/app/workspace**");
    }

    static async Task<string> MakeTokenAsync(Visit engineer)
    {
        await engineer.GoAsync("/tokens");
        await engineer.FillAsync("Name", "Nightly");
        await engineer.PressAsync("Create token");
        await Expect(engineer.Page.GetByText("Ready to paste")).ToBeVisibleAsync();
        await engineer.Page.GetByRole(AriaRole.Dialog).GetByLabel("Dataset", new() { Exact = true }).SelectOptionAsync(new SelectOptionValue { Label = "Staff" });
        await engineer.PressAsync("Copy: Import items.csv as a job");
        var lines = await engineer.CopiedAsync();
        await engineer.PressAsync("Close");
        return lines;
    }

    async Task WriteFileAsync()
    {
        var csv = new StringBuilder("_action,employeeID,fullName,managerID,salary\n");
        for (var i = 0; i < People; i++)
            csv.Append(CultureInfo.InvariantCulture, $"createOrUpdate,E{i},Person {i},{(i == 0 ? "" : $"E{(i - 1) / 8}")},{30_000 + i}\n");
        await File.WriteAllTextAsync(Path.Combine(_folder.Path, "items.csv"), csv.ToString(), TestContext.Current.CancellationToken);
    }

    static async Task SeeJobEndAsync(Visit owner)
    {
        await Expect(owner.Page.GetByText("Import finished")).ToBeVisibleAsync();
        await owner.Page.GetByRole(AriaRole.Button, new() { NameRegex = JobsRunning() }).ClickAsync();
        var tray = owner.Page.GetByRole(AriaRole.Dialog, new() { Name = "Jobs" });
        await Expect(tray.GetByText("Done")).ToBeVisibleAsync();
        await Expect(tray.GetByText("5,000 rows")).ToBeVisibleAsync();
        await owner.Page.Keyboard.PressAsync("Escape");
    }

    static async Task SeeCountsAsync(Visit owner)
    {
        await owner.Page.ReloadAsync();
        await Expect(owner.Page.GetByText("5,000", new() { Exact = true }).First).ToBeVisibleAsync();
    }

    static async Task RevokeAsync(Visit engineer)
    {
        await engineer.GoAsync("/tokens");
        await engineer.PressAsync("Revoke Nightly");
        var dialog = engineer.Page.GetByRole(AriaRole.Dialog);
        await dialog.GetByLabel("Type “Nightly” to confirm").FillAsync("Nightly");
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Revoke" }).ClickAsync();
        await Expect(engineer.Page.GetByText("Nightly is revoked")).ToBeVisibleAsync();
    }

    [GeneratedRegex("jobs? running")]
    private static partial Regex JobsRunning();
}
