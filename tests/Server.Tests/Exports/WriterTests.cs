using System.Collections.Immutable;
using System.Text;
using System.Text.Json;
using Espalier.Engine.Calculation;
using Espalier.Engine.Columns;
using Espalier.Engine.Filters;
using Espalier.Engine.Snapshots;
using Espalier.Server.Exports;
using Espalier.Server.Exports.Writing;
using FsCheck;
using FsCheck.Fluent;

namespace Espalier.Server.Tests.Exports;

/// <summary>What is written reads back as what was there.</summary>
public sealed class WriterTests
{
    static readonly DatasetDefinition Definition = new("D", "PEOPLE", "number", "text",
    [
        new("text", PropertyType.Text), new("number", PropertyType.Number), new("date", PropertyType.Date), new("flag", PropertyType.Boolean),
        new("a \"quoted\", key\n", PropertyType.Text) { Name = "Ünïcode\t" },
    ]);

    static readonly Gen<Cell> Texts = Gen.Elements("", "plain", "a,b", "tab\there", "\"", "\"\"x\"", "line\nbreak", "\r\n", "\\", "é ü 名前 \U0001F600",
        "\u0001\u001f\u007f", "=1+1", " blanks ", "</script>", "\u2028").Select(Cell.Of);

    static readonly Gen<Cell> Numbers = Gen.OneOf(
        Gen.Elements(0, 1, -1, 0.1, 65000, 19545.68, -0.0001, 0.00001, 1e15, 1e15 - 1, 1e16, 1e21, 1e-7, 1.0 / 3, double.MaxValue, double.Epsilon,
            123456789.1234, 99999999999.9999, 5.0000000001, 4503599627370497.5).Select(Cell.Of),
        Gen.Choose(int.MinValue, int.MaxValue).Select(i => Cell.Of(i / 10_000d)),
        Gen.Choose(int.MinValue, int.MaxValue).Two().Select(t => BitConverter.Int64BitsToDouble(((long)t.Item1 << 32) | (uint)t.Item2))
            .Select(d => double.IsFinite(d) && d != 0 ? Cell.Of(d) : Cell.Of(0d)));

    static readonly Gen<Cell> DateCells = Gen.Elements(0, Dates.Day, -62135596800000, 253402300799999, 1_600_000_000_123).Select(Cell.Date);

    static readonly Gen<Cell[]> Rows =
        from text in Texts
        from number in OrBlank(Numbers)
        from date in OrBlank(DateCells)
        from flag in OrBlank(Gen.Elements(true, false).Select(Cell.Of))
        from other in Texts
        select new[] { text, number, date, flag, other };

    [Fact]
    public void Every_format_reads_back_as_what_was_written() => Prop.ForAll(Rows.ListOf().ToArbitrary(), rows =>
    {
        var snapshot = Tables.Of(Definition, [.. rows]);
        foreach (var name in new[] { "jsonRows", "jsonColumns", "jsonObjects", "csv", "tsv" })
            Check(snapshot, new(name, rows.Count % 2 == 0, rows.Count % 3 == 0));
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(300));

    [Theory]
    [InlineData("jsonRows")]
    [InlineData("jsonColumns")]
    [InlineData("jsonObjects")]
    [InlineData("csv")]
    public void Many_rows_are_written_in_their_order_whatever_thread_wrote_them(string name)
    {
        var rows = Enumerable.Range(0, 3 * RowBlock.Rows + 5)
            .Select(i => new[] { Cell.Of($"row {i}"), Cell.Of((double)i), Cell.Blank, Cell.Of(i % 2 == 0), Cell.Blank }).ToArray();
        Check(Tables.Of(Definition, rows), new(name, false, false));
    }

    [Theory]
    [InlineData("jsonRows", "\"rows\":[]}")]
    [InlineData("jsonColumns", "\"columns\":[[],[],[],[],[]]}")]
    [InlineData("jsonObjects", "[]")]
    [InlineData("csv", "text,number,date,flag,\"a \"\"quoted\"\", key\n\"\r\n")]
    public void No_rows_are_written_too(string name, string end) =>
        Write(Tables.Of(Definition, []), new(name, false, true)).ShouldEndWith(end);

    [Fact]
    public void No_columns_are_written_too()
    {
        var snapshot = Tables.Of(Definition, [new Cell[5], new Cell[5]]);
        Write(snapshot, new("jsonRows", false, false), []).ShouldBe("""{"headers":[],"rows":[[],[]]}""");
        Write(snapshot, new("jsonColumns", false, false), []).ShouldBe("""{"headers":[],"columns":[]}""");
        Write(snapshot, new("jsonObjects", false, false), []).ShouldBe("[{},{}]");
        Write(snapshot, new("csv", false, false), []).ShouldBe("\n\n\n");
    }

    [Fact]
    public void A_text_that_no_longer_converts_is_shown_as_it_was()
    {
        var texts = Tables.Of(Definition, [[Cell.Of("007"), Cell.Blank, Cell.Blank, Cell.Blank, Cell.Blank], [Cell.Of("a,b"), Cell.Blank, Cell.Blank, Cell.Blank, Cell.Blank]]);
        var snapshot = Tables.With(texts, Definition with { Properties = [new("text", PropertyType.Number)] });
        Write(snapshot, new("csv", false, false)).ShouldBe("text\n7\n\"a,b\"\n");
        Write(snapshot, new("jsonObjects", false, false)).ShouldBe("""[{"text":7},{"text":"a,b"}]""");
        var items = new RowPieces(All(snapshot), snapshot.Nodes.Properties, new JsonObjectsFormat(snapshot.Nodes.Properties, areItems: true));
        Write(items).ShouldBe("""[{"text":7},{"text":"a,b"}]""");
    }

    static void Check(Snapshot snapshot, ExportFormat format)
    {
        var columns = snapshot.Nodes.Properties;
        var written = Write(snapshot, format);
        var expected = snapshot.Order.ToArray().Select(row => columns.Select(c => c.Column[row]).ToArray()).ToArray();
        if (format.Name is "csv" or "tsv")
        {
            written.StartsWith('\uFEFF').ShouldBe(format.IncludeBom);
            written.ShouldEndWith(format.WindowsLines ? "\r\n" : "\n");
            Lines(written.TrimStart('\uFEFF'), format.Name == "csv" ? ',' : '\t', format.WindowsLines ? "\r\n" : "\n")
                .ShouldBe([[.. columns.Select(c => c.Key)], .. expected.Select(row => row.Select(c => c.ToString()).ToArray())]);
            return;
        }

        var json = JsonDocument.Parse(written).RootElement;
        if (format.Name != "jsonObjects")
            json.GetProperty("headers").EnumerateArray().Select(h => (h.GetProperty("key").GetString(), h.GetProperty("name").GetString(), h.GetProperty("type").GetString()))
                .ShouldBe(columns.Select(c => ((string?)c.Key, (string?)c.Name, (string?)c.Type.ToString().ToLowerInvariant())));
        var cells = format.Name switch
        {
            "jsonRows" => json.GetProperty("rows").EnumerateArray().Select(r => r.EnumerateArray().ToArray()).ToArray(),
            "jsonObjects" => [.. json.EnumerateArray().Select(o => columns.Select(c => o.GetProperty(c.Key)).ToArray())],
            _ => Turned([.. json.GetProperty("columns").EnumerateArray().Select(c => c.EnumerateArray().ToArray())]),
        };
        cells.Length.ShouldBe(expected.Length);
        for (var row = 0; row < cells.Length; row++)
            for (var c = 0; c < columns.Length; c++)
                ShouldBe(cells[row][c], expected[row][c]);
    }

    static void ShouldBe(JsonElement written, Cell cell)
    {
        switch (cell.Kind)
        {
            case CellKind.Blank:
                written.ValueKind.ShouldBe(JsonValueKind.Null);
                break;
            case CellKind.Number:
                written.GetDouble().ShouldBe(cell.Number);
                written.GetRawText().ShouldBe(cell.ToString());
                break;
            case CellKind.Boolean:
                written.GetBoolean().ShouldBe(cell.Number != 0);
                break;
            default:
                written.GetString().ShouldBe(cell.ToString());
                break;
        }
    }

    static JsonElement[][] Turned(JsonElement[][] columns) =>
        [.. Enumerable.Range(0, columns[0].Length).Select(row => columns.Select(c => c[row]).ToArray())];

    /// <summary>RFC 4180, letter by letter: what is not in quotes ends at a delimiter or at the end of a line.</summary>
    static List<string[]> Lines(string csv, char delimiter, string lineEnd)
    {
        List<string[]> lines = [];
        for (var at = 0; at < csv.Length;)
        {
            List<string> line = [];
            while (true)
            {
                var cell = new StringBuilder();
                if (csv[at] == '"')
                {
                    for (at++; csv[at] != '"' || csv[++at] == '"'; at++)
                        cell.Append(csv[at]);
                }
                else
                {
                    for (; csv[at] != delimiter && csv[at] is not ('\r' or '\n'); at++)
                        cell.Append(csv[at]);
                    cell.ToString().ShouldNotContain('"');
                }
                line.Add(cell.ToString());
                if (csv[at] != delimiter)
                    break;
                at++;
            }
            csv[at..(at + lineEnd.Length)].ShouldBe(lineEnd);
            at += lineEnd.Length;
            lines.Add([.. line]);
        }
        return lines;
    }

    static string Write(Snapshot snapshot, ExportFormat format, ImmutableArray<NodeColumn>? columns = null) =>
        Write(format.Pieces(All(snapshot), columns ?? snapshot.Nodes.Properties));

    static string Write(IPieces pieces)
    {
        using var output = new MemoryStream();
        PieceWriter.WriteAsync(pieces, output, null, TestContext.Current.CancellationToken).GetAwaiter().GetResult();
        return new UTF8Encoding(false, true).GetString(output.ToArray());
    }

    static Selection All(Snapshot snapshot) => Filter.Everything.Select(snapshot.Nodes, TestContext.Current.CancellationToken);

    static Gen<Cell> OrBlank(Gen<Cell> cells) => Gen.Frequency((4, cells), (1, Gen.Constant(Cell.Blank)));
}
