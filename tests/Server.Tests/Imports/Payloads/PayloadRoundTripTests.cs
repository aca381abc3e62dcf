using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Espalier.Server.Imports.Payloads;
using FsCheck;
using FsCheck.Fluent;

namespace Espalier.Server.Tests.Imports.Payloads;

/// <summary>Whatever stands in the cells, and wherever buffers end: what was written is what is read.</summary>
public sealed class PayloadRoundTripTests
{
    static readonly string[] Keys = ["id", "name", "start date"];
    static readonly JsonSerializerOptions[] Spellings =
        [new(), new() { WriteIndented = true }, new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }];
    static readonly string[] LineEnds = ["\n", "\r\n", "\r"];

    [Fact]
    public void Cells_survive_CSV() => Check((rows, random) =>
    {
        var separator = random.Next(2) == 0 ? ',' : '\t';
        var text = new StringBuilder(random.Next(2) == 0 ? "\uFEFF" : "").AppendJoin(separator, ["_action", .. Keys]);
        foreach (var row in rows)
            text.Append(LineEnds[random.Next(3)]).AppendJoin(separator, row.Prepend("create").Select(cell => Quote(cell, separator, random)));
        if (random.Next(2) == 0)
            text.Append(LineEnds[random.Next(3)]);
        return (text.ToString(), separator == ',' ? PayloadFormat.Csv : PayloadFormat.Tsv);
    });

    [Fact]
    public void Cells_survive_JSON() => Check((rows, random) =>
    {
        var actions = rows.Select(row => row.Select((cell, i) => (Keys[i], cell)).Prepend(("_action", "create"))
            .OrderBy(_ => random.Next(8)).ToDictionary(member => member.Item1, member => member.Item2));
        return (JsonSerializer.Serialize(actions, Spellings[random.Next(3)]), PayloadFormat.Json);
    });

    static void Check(Func<string[][], Random, (string Text, PayloadFormat Format)> write)
    {
        var cell = Gen.OneOf(
            ArbMap.Default.GeneratorFor<string>().Select(text => Clean(text ?? "")),
            Gen.Elements("", " ", "\"", "\"\"", ",", "\t", "\n", "\r\n", "é", "😀", "=1+1", "a\"b", "null"),
            Gen.Choose(0, 3000).Select(length => new string('x', length)));
        var rows = cell.ArrayOf(3).ListOf();
        var all = rows.SelectMany(list => Gen.Choose(0, int.MaxValue - 1).Select(seed => (Rows: list.ToArray(), Seed: seed)));
        Prop.ForAll(all.ToArbitrary(), sample =>
        {
            var random = new Random(sample.Seed);
            var (text, format) = write(sample.Rows, random);
            var limits = new PayloadLimits { Buffer = random.Next(256, 2000), BatchActions = 16 };
            var chunk = random.Next(3) switch { 0 => 1, 1 => random.Next(1, 300), _ => int.MaxValue };
            var read = PayloadText.ReadAsync(text, format, chunk, limits).GetAwaiter().GetResult();
            read.ShouldBe(sample.Rows.Select(row => $"_action=create|id={row[0]}|name={row[1]}|start date={row[2]}"));
        }).QuickCheckThrowOnFailure();
    }

    static string Quote(string cell, char separator, Random random) =>
        random.Next(4) == 0 || cell.AsSpan().ContainsAny([separator, '"', '\r', '\n'])
            ? $"\"{cell.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : cell;

    /// <summary>Without halves of surrogate pairs, which no UTF-8 can hold.</summary>
    static string Clean(string text) => Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text)).Replace('\uFFFD', '?');
}
