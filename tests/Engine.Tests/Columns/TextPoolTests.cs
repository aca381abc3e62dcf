using System.Text;
using Espalier.Engine.Columns.Packing;

namespace Espalier.Engine.Tests.Columns;

public sealed class TextPoolTests
{
    static readonly int Seed = Environment.TickCount;

    [Fact]
    public void Texts_of_every_length_keep_their_codes()
    {
        var random = new Random(Seed);
        var pool = new TextPool();
        var texts = new Dictionary<int, byte[]>();
        foreach (var length in Enumerable.Range(0, 400).Concat([127, 128, 16_383, 16_384, 1 << 20, (1 << 20) - 4, 3_000_000, 10, 20, 5_000_000, 1]))
        {
            var text = new byte[length];
            random.NextBytes(text);
            texts[pool.Add(text)] = text;
        }
        foreach (var (code, text) in texts)
            pool[code].SequenceEqual(text).ShouldBeTrue($"length {text.Length}, seed {Seed}");
    }

    [Fact]
    public void Repeating_texts_share_a_code_and_nearly_unique_ones_stop_being_looked_up()
    {
        var repeating = new TextPool();
        var unique = new TextPool();
        for (var i = 0; i < 100_000; i++)
        {
            repeating.Add(Encoding.UTF8.GetBytes($"place {i % 50}"));
            unique.Add(Encoding.UTF8.GetBytes($"ana.{i}@example.com"));
        }
        repeating.Count.ShouldBe(50);
        repeating.Find("place 7"u8).ShouldBe(8);
        repeating.Find("nowhere"u8).ShouldBe(-1);
        unique.Count.ShouldBe(100_000);
        unique.Find("ana.1@example.com"u8).ShouldBeNull();
        Encoding.UTF8.GetString(unique[77_778]).ShouldBe("ana.77777@example.com");
    }

    [Fact]
    public async Task Readers_of_an_older_snapshot_are_not_disturbed_by_additions()
    {
        var pool = new TextPool();
        var codes = Enumerable.Range(0, 500).Select(i => pool.Add(Encoding.UTF8.GetBytes($"text {i}"))).ToArray();
        using var stop = new CancellationTokenSource();
        var reader = Task.Run(() =>
        {
            while (!stop.IsCancellationRequested)
                for (var i = 0; i < codes.Length; i++)
                    Encoding.UTF8.GetString(pool[codes[i]]).ShouldBe($"text {i}");
        }, TestContext.Current.CancellationToken);
        for (var i = 500; i < 200_000; i++)
            pool.Add(Encoding.UTF8.GetBytes($"text {i}"));
        await stop.CancelAsync();
        await reader;
    }
}
