using Espalier.Engine.Columns;
using Espalier.Engine.Columns.Packing;

namespace Espalier.Engine.Tests.Columns;

/// <summary>Packed cells give back what went in, whatever the values and however they are changed.</summary>
public sealed class ChunkListTests
{
    static readonly int Seed = Environment.TickCount;

    public static TheoryData<string> Shapes => ["blank", "one value", "few", "bytes", "shorts", "ints", "longs", "money", "fractions", "wild", "days", "instants", "far days"];

    [Theory]
    [MemberData(nameof(Shapes))]
    public void Cells_come_back_as_they_went_in(string shape)
    {
        var random = new Random(Seed);
        var (kind, values) = Make(shape, Chunk.Rows * 2 + 777, random);
        var list = Build(kind, values);
        Same(list, values, shape);

        for (var change = 0; change < 5; change++)
        {
            int[] rows = [.. Enumerable.Range(0, values.Length).Where(_ => random.Next(5000) == 0)];
            var (_, replacements) = Make(random.Next(3) == 0 ? shape : Like(kind), rows.Length, random);
            list = list.With(rows, replacements);
            for (var i = 0; i < rows.Length; i++)
                values[rows[i]] = replacements[i];
            Same(list, values, shape);

            var (_, more) = Make(shape, random.Next(Chunk.Rows + 10), random);
            list = list.Append(Build(kind, more));
            values = [.. values, .. more];
            Same(list, values, shape);
        }

        int[] picked = [.. Enumerable.Range(0, values.Length).Where(_ => random.Next(3) == 0)];
        Same(list.Gather(picked), [.. picked.Select(row => values[row])], shape);
    }

    [Fact]
    public void Aligned_lists_share_their_chunks_when_appended()
    {
        var list = Build(ChunkKind.Whole, [.. Enumerable.Range(0, Chunk.Rows).Select(i => (long)i)]);
        var both = list.Append(list);
        both.Chunks[0].ShouldBeSameAs(both.Chunks[1]);
        both.Count.ShouldBe(Chunk.Rows * 2);
    }

    [Fact]
    public void A_builder_can_go_back_to_cells_that_are_already_packed()
    {
        var builder = new ChunkListBuilder(ChunkKind.Whole);
        builder.PadTo(Chunk.Rows + 5);
        builder[3] = 9;
        builder[Chunk.Rows + 1] = 8;
        builder[3].ShouldBe(9);
        var list = builder.Build();
        list[3].ShouldBe(9);
        list[Chunk.Rows + 1].ShouldBe(8);
        list[4].ShouldBe(Chunk.Blank);
    }

    [Fact]
    public void Money_takes_four_bytes_a_cell_and_ids_in_order_two()
    {
        var random = new Random(Seed);
        Build(ChunkKind.Number, Make("money", Chunk.Rows, random).Values).Size.ShouldBeLessThan(Chunk.Rows * 4 + 100);
        Build(ChunkKind.Whole, [.. Enumerable.Range(5_000_000, Chunk.Rows).Select(i => (long)i)]).Size.ShouldBeLessThan(Chunk.Rows * 2 + 100);
    }

    static void Same(ChunkList list, long[] values, string shape)
    {
        list.Count.ShouldBe(values.Length);
        var patterns = new long[values.Length];
        list.Read(0, patterns);
        patterns.AsSpan().SequenceEqual(values).ShouldBeTrue($"{shape}, seed {Seed}");
        var numbers = new double[values.Length];
        if (list.Kind == ChunkKind.Number)
            list.Read(0, numbers);
        for (var i = 0; i < values.Length; i += 97)
        {
            list[i].ShouldBe(values[i], $"{shape}, seed {Seed}");
            if (list.Kind == ChunkKind.Number)
                numbers[i].ShouldBe(values[i] == Chunk.Blank ? double.NaN : BitConverter.Int64BitsToDouble(values[i]));
        }
    }

    static ChunkList Build(ChunkKind kind, long[] values)
    {
        var builder = new ChunkListBuilder(kind);
        builder.Append(values.AsSpan(0, values.Length / 3));
        foreach (var value in values.AsSpan(values.Length / 3))
            builder.Append(value);
        return builder.Build();
    }

    static string Like(ChunkKind kind) => kind switch { ChunkKind.Number => "wild", ChunkKind.Date => "instants", _ => "longs" };

    static (ChunkKind Kind, long[] Values) Make(string shape, int count, Random random)
    {
        static long Number(double value) => Conversion.Pattern(value);
        (ChunkKind kind, Func<long> next) = shape switch
        {
            "blank" => (ChunkKind.Whole, () => Chunk.Blank),
            "one value" => (ChunkKind.Number, () => Number(3.25)),
            "few" => (ChunkKind.Whole, () => random.Next(3)),
            "bytes" => (ChunkKind.Whole, () => random.Next(200, 454)),
            "shorts" => (ChunkKind.Whole, () => random.Next(-20_000, 40_000)),
            "ints" => (ChunkKind.Whole, () => random.NextInt64(int.MinValue, int.MaxValue)),
            "longs" => (ChunkKind.Whole, () => random.NextInt64(long.MinValue + 1, long.MaxValue)),
            "money" => (ChunkKind.Number, () => Number(Math.Round(random.NextDouble() * 200_000, 2))),
            "fractions" => (ChunkKind.Number, () => Number(random.NextDouble())),
            "wild" => (ChunkKind.Number, () => Number(random.Next(4) switch { 0 => double.MaxValue, 1 => double.Epsilon, 2 => -1e-300, _ => Math.Pow(10, random.Next(-300, 300)) })),
            "days" => (ChunkKind.Date, () => random.NextInt64(0, 30_000) * Dates.Day),
            "far days" => (ChunkKind.Date, () => random.NextInt64(-700_000, 2_900_000) * Dates.Day),
            _ => (ChunkKind.Date, (Func<long>)(() => random.NextInt64(0, 2_000_000_000_000))),
        };
        var values = new long[count];
        for (var i = 0; i < count; i++)
            values[i] = shape != "one value" && random.Next(7) == 0 ? Chunk.Blank : next();
        return (kind, values);
    }
}
