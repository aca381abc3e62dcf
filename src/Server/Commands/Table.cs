namespace Espalier.Server.Commands;

/// <summary>Prints rows as aligned text: a heading, columns at least two spaces apart, a dash for nothing.</summary>
public static class Table
{
    public static async Task PrintAsync(TextWriter output, string[] heading, IEnumerable<string[]> rows)
    {
        string[][] all = [heading, .. rows.Select(row => row.Select(cell => cell.Length == 0 ? "-" : cell).ToArray())];
        var widths = heading.Select((_, column) => all.Max(row => row[column].Length)).ToArray();
        foreach (var row in all)
            await output.WriteLineAsync(string.Join("  ", row.Select((cell, column) => cell.PadRight(widths[column]))).TrimEnd());
    }

    public static string YesNo(bool value) => value ? "yes" : "no";

    public static string Time(DateTimeOffset? time) =>
        time is { } at ? at.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", System.Globalization.CultureInfo.InvariantCulture) : "";
}
