namespace Espalier.Server.Tests.Whole.RoundTrips;

/// <summary>A few dozen people with all that makes trouble in files.</summary>
static class Sample
{
    public const string Definition = """
        {"name":"Trouble","type":"PEOPLE","autoId":"Staff ID","labelId":"name","treeId":"Staff ID","treeParentId":"boss","properties":[
         {"key":"Staff ID","type":"text"},{"key":"name","type":"text"},{"key":"boss","type":"text"},{"key":"note, \"quoted\"","type":"text"},
         {"key":"salary","type":"number"},{"key":"started","type":"date"},{"key":"full time","type":"boolean"}]}
        """;

    static readonly string[] Texts =
    [
        "plain", "", "comma, and \"quotes\"", "\"", "\"\"", "two\nlines", "two\r\nlines", "a\rb", "\n", "tab\there", " spaces ", "Ünïcödé ✓ 日本語 🧗",
        "e\u0301 and é", "=SUM(A1:A9)", "+1", "-", "'", "\\", "\\n", "{}", "[1]", "null", "true", "0012", "1e5", "2020-01-01", "\u00a0", "\u200b", "\u2028", ";",
    ];

    static readonly string[] Numbers =
    [
        "0", "-0", "1", "-1", "0.1", "0.30000000000000004", "1e300", "5e-324", "123456789012345680000", "-2.5e-7", "1.7976931348623157e308", "", "  12.50 ",
        "9007199254740993", "+5", "1E3",
    ];

    static readonly string[] Dates =
        ["2020-02-29", "1899-12-31", "0001-01-01", "9999-12-31", "2026-06-02T10:01:25.579Z", "1970-01-01T00:00:00.001Z", "2000-01-01T23:59:59Z", ""];

    static readonly string[] Flags = ["true", "false", "TRUE", "False", ""];

    /// <summary>
    /// Actions that create them, by <c>_id</c> so that identifiers may stand twice: a tree, orphans, a cycle, one's own
    /// boss, duplicates, and items without an identifier.
    /// </summary>
    public static string Csv()
    {
        var rows = new List<string[]> { new[] { "_action", "Staff ID", "name", "boss", "note, \"quoted\"", "salary", "started", "full time" } };
        for (var i = 0; i < 60; i++)
            rows.Add(
            [
                "create", i is 20 or 21 ? "twice" : i == 22 ? "" : $"P{i}", Texts[(i + 7) % Texts.Length], Boss(i), Texts[i % Texts.Length],
                Numbers[i % Numbers.Length], Dates[i % Dates.Length], Flags[i % Flags.Length],
            ]);
        return string.Concat(rows.Select(row => string.Join(',', row.Select(Quote)) + "\r\n"));
    }

    static string Boss(int i) => i switch
    {
        0 => "",
        10 => "P11",
        11 => "P12",
        12 => "P10",
        13 => "P13",
        14 => "nobody",
        15 => "twice",
        _ => $"P{i / 3}",
    };

    static string Quote(string cell) => '"' + cell.Replace("\"", "\"\"", StringComparison.Ordinal) + '"';
}
