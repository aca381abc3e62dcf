using System.Text.RegularExpressions;

namespace Espalier.Server.Tests.Structure;

/// <summary>What may see what, and how large things may grow.</summary>
public sealed class LayoutTests
{
    const int MostLines = 400;
    const int MostFiles = 12;

    /// <summary>Folders that have more files than that. A number here may only become smaller, and goes when it is not needed.</summary>
    static readonly Dictionary<string, int> LargerFolders = new()
    {
        ["src/Server/Imports"] = 13,
    };

    [Fact]
    public void The_engine_sees_neither_the_server_nor_ASP_NET_nor_a_database()
    {
        string[] forbidden = ["Espalier.Server", "Microsoft.AspNetCore", "Microsoft.Extensions", "System.Data", "Microsoft.Data", "Dapper", "System.Net"];
        Break(Source.Under("src/Engine"), source => forbidden.Any(f => source.Usings.Any(u => u.StartsWith(f, StringComparison.Ordinal))
            || source.Code.Contains(f + '.', StringComparison.Ordinal)));
    }

    [Fact]
    public void Only_Storage_names_a_database_driver() =>
        Break(Source.Under("src/Server").Where(source => source.Feature != "Storage"),
            source => Regex.IsMatch(source.Code, @"\b(Microsoft\.Data|Sqlite\w*|Npgsql\w*|SQLitePCL)\b"));

    [Fact]
    public void A_feature_uses_no_endpoints_and_no_models_of_another()
    {
        var server = Source.Under("src/Server").ToList();
        // Program maps all endpoints, and the API's document describes all models.
        var own = server.Where(s => s.Name.EndsWith("Endpoints.cs", StringComparison.Ordinal) || s.Name.EndsWith("Models.cs", StringComparison.Ordinal));
        foreach (var source in own)
            foreach (var type in source.Types)
                Break(server.Where(s => s.Feature != source.Feature && s.Feature is not ("Docs" or "Program.cs")), s => s.Mentions(type), $" uses {type}");
    }

    [Fact]
    public void A_feature_uses_no_store_of_another()
    {
        // Commands administer everything; who may come in depends on the tenant.
        static bool May(Source user, string store) =>
            user.Feature is "Storage" or "Commands" || (user.Name == "TokenCheck.cs" && store == "ITenantStore");

        var server = Source.Under("src/Server").ToList();
        foreach (var source in server)
            foreach (var store in source.Types.Where(type => Regex.IsMatch(type, @"^I\w+Store$")))
                Break(server.Where(s => s.Feature != source.Feature && !May(s, store)), s => s.Mentions(store), $" uses {store}");
    }

    [Fact]
    public void A_namespace_is_its_folder() => Break(Source.All, source =>
    {
        var parts = source.Path.Split('/')[1..^1];
        var root = source.Path.StartsWith("src/", StringComparison.Ordinal) ? [parts[0]] : parts[0].Split('.');
        return !source.Text.Contains($"namespace {string.Join('.', ["Espalier", .. root, .. parts[1..]])};", StringComparison.Ordinal);
    });

    [Fact]
    public void No_file_is_too_long() => Break(Source.All, source => source.Text.Count(c => c == '\n') > MostLines);

    [Fact]
    public void No_folder_is_too_full()
    {
        var folders = Source.All.CountBy(source => source.Folder).ToDictionary();
        folders.Where(f => f.Value > LargerFolders.GetValueOrDefault(f.Key, MostFiles)).ShouldBeEmpty();
        LargerFolders.Where(f => folders.GetValueOrDefault(f.Key) <= MostFiles).ShouldBeEmpty("the exception is not needed any more");
    }

    [Fact]
    public void No_type_has_a_name_that_says_nothing() =>
        Break(Source.All, source => source.Types.Any(type => Regex.IsMatch(type, "(Manager|Helper|Helpers|Util|Utils)$")));

    [Fact]
    public void Nothing_is_left_to_be_done() =>
        Break(Source.All.Where(source => source.Name != "LayoutTests.cs"), source => Regex.IsMatch(source.Text, @"\b(TODO|FIXME|HACK|NotImplementedException)\b|^\s*#region", RegexOptions.Multiline));

    static void Break(IEnumerable<Source> sources, Func<Source, bool> rule, string how = "") =>
        sources.Where(rule).Select(source => source.Path + how).ShouldBeEmpty();
}
