using Espalier.Server.Datasets.Past;

namespace Espalier.Server.Tests.History;

public sealed class CheckpointLadderTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    public void Few_checkpoints_stay_and_each_past_state_is_no_further_from_one_than_from_now(int step)
    {
        List<Rung> kept = [];
        for (var n = 1; n <= 2000; n++)
        {
            kept.Add(new(n * step, 1000, n));
            kept = Keep(kept);
            kept.Count.ShouldBeLessThan(3 + 2 + (int)Math.Log2(n * step));
            kept.TakeLast(2).Select(r => r.Sequence).ShouldBe(new[] { n - 1, n }.Where(m => m > 0).Select(m => (long)m * step));

            var head = kept[^1].Sequence;
            foreach (var (older, newer) in kept.Zip(kept.Skip(1)))
                (newer.Sequence - older.Sequence).ShouldBeLessThanOrEqualTo(Math.Max(2 * step, head - older.Sequence));
            kept[0].Sequence.ShouldBe(step);
        }
    }

    [Fact]
    public void Checkpoints_that_save_reading_as_much_as_they_take_stay_and_take_no_more_than_the_log()
    {
        List<Rung> kept = [];
        for (var n = 1; n <= 300; n++)
        {
            kept.Add(new(n, 1000, n * 600));
            kept = Keep(kept);
        }
        kept.Zip(kept.Skip(1)).Max(pair => pair.Second.LogBytes - pair.First.LogBytes).ShouldBeLessThanOrEqualTo(1200);
        kept.Sum(r => r.Size).ShouldBeLessThan(300 * 600 + 12_000);
    }

    static List<Rung> Keep(List<Rung> rungs)
    {
        var stay = CheckpointLadder.Kept(rungs);
        return [.. rungs.Where(r => stay.Contains(r.Sequence))];
    }
}
