using System.Runtime.CompilerServices;

namespace Espalier.Server.Tests.Api;

public sealed class SettingsTests
{
    [Fact]
    public async Task Every_setting_is_described()
    {
        var text = await File.ReadAllTextAsync(Path(), TestContext.Current.CancellationToken);
        var settings = typeof(Program).Assembly.GetTypes()
            .Where(type => type.Name.EndsWith("Options", StringComparison.Ordinal) && type.Namespace!.StartsWith("Espalier", StringComparison.Ordinal))
            .SelectMany(type => type.GetProperties().Where(property => property.SetMethod is { IsPublic: true }));

        foreach (var setting in settings)
            text.Split('\n').ShouldContain(
                line => line.StartsWith('|') && line.Contains($":{setting.Name}`", StringComparison.Ordinal) || line.StartsWith($"| `{setting.Name}`", StringComparison.Ordinal),
                $"{setting.DeclaringType!.Name}.{setting.Name} is missing in docs/settings.md");
    }

    static string Path([CallerFilePath] string here = "") =>
        System.IO.Path.Combine(System.IO.Path.GetDirectoryName(here)!, "../../../docs/settings.md");
}
