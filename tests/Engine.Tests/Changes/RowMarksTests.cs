using Espalier.Engine.Changes.Resolving;

namespace Espalier.Engine.Tests.Changes;

public sealed class RowMarksTests
{
    [Theory]
    [InlineData(10)]
    [InlineData(1024)]
    [InlineData(5000)]
    public void Few_and_many_marks_keep_their_numbers(int count)
    {
        var marks = new RowMarks(20_000);
        for (var i = 0; i < count; i++)
        {
            marks.Mark(i * 3, i).ShouldBeTrue();
            marks.Mark(i * 3, 7).ShouldBeFalse();
        }
        marks.Count.ShouldBe(count);
        for (var row = 0; row < 20_000; row++)
            marks.NumberOf(row).ShouldBe(row % 3 == 0 && row / 3 < count ? row / 3 : -1);
    }
}
