using System.Text.Json;

namespace Espalier.Server.Tests.Expressions;

/// <summary>
/// 1505 people in the place of the dataset from which the documentation's screenshots were made, which nobody has: made so
/// that what is documented of it is true (names, ages, totals), and only that.
/// </summary>
static class TrainingData
{
    public const int Count = 1505;
    public const string Today = "2017-06-30";

    static readonly string[] Named =
    [
        "CEO", "CFO", "Group Financial Controller", "Financial Controller", "Finance Manager", "Executive Assistant", "HR Director",
        "Sales Director", "Head of Research", "Chief Engineer",
    ];

    /// <summary>The number of the one to whom somebody reports: six to the CEO, three of the named to the CFO, the rest to directors.</summary>
    static int? Parent(int i) => i switch
    {
        0 => null,
        1 or (>= 5 and <= 9) => 0,
        2 or 3 or 4 => 1,
        < 200 => 7,
        < 400 => 8,
        _ => 200 + i % 150,
    };

    public static string Label(int i) => i < Named.Length ? Named[i] : $"Post {i}";

    public static string Id(string label) => $"{Array.IndexOf(Named, label) + 1}";

    public static JsonElement Rows()
    {
        double[] ages = [.. Enumerable.Range(0, Count).Select(i => i switch { 1 => 59.29, 5 => 54.29, 6 => 34.98, 200 => 41d, _ => 0 })];
        // All others are of one age, which gives the documented mean.
        var other = (43.1 * Count - ages.Sum()) / ages.Count(a => a == 0);
        var hired = new DateTime(2017, 6, 30, 0, 0, 0, DateTimeKind.Utc).AddDays(-676 * 7).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
        return JsonSerializer.SerializeToElement(Enumerable.Range(0, Count).Select(i => new Dictionary<string, object?>
        {
            ["id"] = $"{i + 1}",
            ["parent_id"] = Parent(i) is { } parent ? $"{parent + 1}" : "",
            ["Role"] = Label(i),
            ["Gender"] = i is >= 1 and <= 4 || i >= Count - 629 ? "Female" : "Male",
            ["Age"] = ages[i] == 0 ? other : ages[i],
            ["Current Salary"] = i == 0 ? 75_014_337 - 49_000 * (Count - 1) : 49_000,
            ["Hours Worked Per Week"] = i == 3 ? 25 : i is 5 or 900 ? 30 : 40,
            ["Total Benefits"] = 7_237_965,
            ["Total Annual Compensation"] = i == 0 ? 100_000_000 : 130_000 + i % 2 * 20_000,
            ["Absence Days"] = i == 7 ? 14 : i is >= 10 and < 60 ? 4 : i < 200 ? 0 : 9,
            ["Bonus Percent"] = 5.7,
            ["Role Start Date"] = hired,
        }));
    }
}
