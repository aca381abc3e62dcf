using System.Globalization;
using System.Text;
using Espalier.Engine.Columns;

namespace Espalier.Engine.Tests.Columns;

public sealed class ConversionTests
{
    [Theory]
    [InlineData("0", 0)]
    [InlineData("-0", 0)]
    [InlineData("1.50", 1.5)]
    [InlineData(" 65000 ", 65000)]
    [InlineData("+3", 3)]
    [InlineData(".5", .5)]
    [InlineData("1e3", 1000)]
    [InlineData("-1.25E-2", -.0125)]
    [InlineData("123456789012345678", 123456789012345678d)]
    public void A_number_is_read(string text, double value)
    {
        Conversion.TryNumber(Encoding.UTF8.GetBytes(text), out var number).ShouldBeTrue();
        number.ShouldBe(value);
    }

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData(".")]
    [InlineData("-")]
    [InlineData("1,000")]
    [InlineData("12a")]
    [InlineData("1e999")]
    [InlineData("NaN")]
    [InlineData("Infinity")]
    [InlineData("0x10")]
    [InlineData("1 2")]
    [InlineData("(5)")]
    public void What_is_no_finite_number_is_not_read(string text) =>
        Conversion.TryNumber(Encoding.UTF8.GetBytes(text), out _).ShouldBeFalse();

    [Fact]
    public void The_short_way_of_reading_numbers_rounds_as_the_framework_does()
    {
        var seed = Environment.TickCount;
        var random = new Random(seed);
        for (var i = 0; i < 200_000; i++)
        {
            var text = (random.Next(2) == 0 ? "" : "-") + random.NextInt64(0, (long)Math.Pow(10, random.Next(1, 18))).ToString(CultureInfo.InvariantCulture);
            if (random.Next(2) == 0)
                text = text.Insert(random.Next(1, text.Length + 1), ".");
            if (text is "-." or "." || text.StartsWith("-.", StringComparison.Ordinal))
                continue;
            Conversion.TryNumber(Encoding.UTF8.GetBytes(text), out var value).ShouldBeTrue(text);
            value.ShouldBe(double.Parse(text, CultureInfo.InvariantCulture), $"{text}, seed {seed}");
        }
    }

    [Theory]
    [InlineData("2020-02-29", DateFormat.Iso, "2020-02-29")]
    [InlineData(" 0001-01-01 ", DateFormat.Iso, "0001-01-01")]
    [InlineData("9999-12-31", DateFormat.Iso, "9999-12-31")]
    [InlineData("2020-01-01T00:00:00.000Z", DateFormat.Iso, "2020-01-01")]
    [InlineData("2020-01-01T13:45:10.5Z", DateFormat.Iso, "2020-01-01T13:45:10.500Z")]
    [InlineData("2020-01-01T01:00:00+02:00", DateFormat.Iso, "2019-12-31T23:00:00.000Z")]
    [InlineData("1960-06-01T12:00:00", DateFormat.Iso, "1960-06-01T12:00:00.000Z")]
    [InlineData("15/05/1981", DateFormat.DayFirst, "1981-05-15")]
    [InlineData("1/2/2020", DateFormat.DayFirst, "2020-02-01")]
    [InlineData("1/2/2020", DateFormat.MonthFirst, "2020-01-02")]
    public void A_date_is_read_and_printed(string text, DateFormat format, string printed)
    {
        Dates.TryParse(Encoding.UTF8.GetBytes(text), format, out var date).ShouldBeTrue();
        Dates.Print(date).ShouldBe(printed);
    }

    [Theory]
    [InlineData("2021-02-29", DateFormat.Iso)]
    [InlineData("2021-13-01", DateFormat.Iso)]
    [InlineData("2021-1-1", DateFormat.Iso)]
    [InlineData("0000-01-01", DateFormat.Iso)]
    [InlineData("15/05/1981", DateFormat.Iso)]
    [InlineData("1981-05-15", DateFormat.DayFirst)]
    [InlineData("31/04/2020", DateFormat.DayFirst)]
    [InlineData("13/13/2020", DateFormat.MonthFirst)]
    [InlineData("1/2/20", DateFormat.DayFirst)]
    [InlineData("001/02/2020", DateFormat.DayFirst)]
    [InlineData("//", DateFormat.DayFirst)]
    [InlineData("2020-01-01T25:00:00Z", DateFormat.Iso)]
    [InlineData("today", DateFormat.Iso)]
    public void What_is_no_date_is_not_read(string text, DateFormat format) =>
        Dates.TryParse(Encoding.UTF8.GetBytes(text), format, out _).ShouldBeFalse();

    [Fact]
    public void Every_day_prints_as_the_framework_prints_it()
    {
        for (var day = DateTime.MinValue; day < DateTime.MaxValue.AddDays(-40); day = day.AddDays(31))
        {
            var text = day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
            Dates.TryParse(Encoding.UTF8.GetBytes(text), DateFormat.Iso, out var date).ShouldBeTrue(text);
            Dates.Print(date).ShouldBe(text);
        }
    }

    [Theory]
    [InlineData("TRUE", true)]
    [InlineData(" false ", false)]
    public void A_boolean_is_read_in_any_letter_case(string text, bool value)
    {
        Conversion.TryFlag(Encoding.UTF8.GetBytes(text), out var flag).ShouldBeTrue();
        flag.ShouldBe(value);
    }
}
