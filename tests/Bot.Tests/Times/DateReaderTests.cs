using Sitrep.Times.Reading.Dates;

namespace Sitrep.Tests.Times;

public sealed class DateReaderTests
{
    private static readonly DateOnly _saturday = new(2024, 6, 1);

    [Theory]
    [InlineData("2024-06-14", "2024-06-14")]
    [InlineData(" June 14, 2024 ", "2024-06-14")]
    [InlineData("14 June 2024", "2024-06-14")]
    [InlineData("14th of june 2024", "2024-06-14")]
    [InlineData("Friday, 14 June 2024", "2024-06-14")]
    [InlineData("14.6.2024", "2024-06-14")]
    [InlineData("today", "2024-06-01")]
    [InlineData("Tomorrow", "2024-06-02")]
    [InlineData("Friday", "2024-06-07")]
    [InlineData("by fri", "2024-06-07")]
    [InlineData("Saturday", "2024-06-08")]
    [InlineData("this monday", "2024-06-03")]
    [InlineData("next friday", "2024-06-07")]
    [InlineData("June 14", "2024-06-14")]
    [InlineData("1 May", "2025-05-01")]
    [InlineData("14.6.", "2024-06-14")]
    [InlineData("6/14", "2024-06-14")]
    [InlineData("in 3 days", "2024-06-04")]
    [InlineData("three days", "2024-06-04")]
    [InlineData("in two weeks", "2024-06-15")]
    [InlineData("in a month", "2024-07-01")]
    [InlineData("a week from now", "2024-06-08")]
    [InlineData("next week", "2024-06-03")]
    [InlineData("next month", "2024-07-01")]
    [InlineData("end of the week", "2024-06-07")]
    [InlineData("end of next week", "2024-06-07")]
    [InlineData("eom", "2024-06-30")]
    [InlineData("the day after tomorrow", "2024-06-03")]
    public void A_day_is_read(string typed, string day) =>
        Assert.Equal(day, $"{Assert.IsType<DayReading.Understood>(DateReader.Read(typed, _saturday)).Date:yyyy-MM-dd}");

    [Theory]
    [InlineData("01/06/2024", "\"01/06/2024\" is 1 June to some and 6 January to others.", "2024-06-01 2024-01-06")]
    [InlineData("2024-02-30", "I cannot read \"2024-02-30\" as a date: February 2024 has 29 days.", "2024-02-29")]
    [InlineData("yesterday", "I cannot read \"yesterday\" as a date: write it like 2024-06-14, June 14, friday, in 3 days or next week.", "")]
    [InlineData("soon", "I cannot read \"soon\" as a date: write it like 2024-06-14, June 14, friday, in 3 days or next week.", "")]
    [InlineData(
        "2024-06-14 or so",
        "I cannot read \"2024-06-14 or so\" as a date: write it like 2024-06-14, June 14, friday, in 3 days or next week.",
        "")]
    [InlineData("", "I cannot read \"\" as a date: write it like 2024-06-14, June 14, friday, in 3 days or next week.", "")]
    public void Everything_else_is_asked_back(string typed, string problem, string offers)
    {
        var asked = Assert.IsType<DayReading.Unclear>(DateReader.Read(typed, _saturday));
        Assert.Equal(problem, asked.Problem.PlainText);
        Assert.Equal(offers, string.Join(' ', asked.Offers.Select(offer => offer.Typed)));
    }

    [Fact]
    public void Next_friday_on_a_tuesday_is_either_of_two()
    {
        var asked = Assert.IsType<DayReading.Unclear>(DateReader.Read("next friday", new(2024, 6, 4)));
        Assert.Equal(["Use Fri 7 June 2024", "Use Fri 14 June 2024"], asked.Offers.Select(offer => offer.Label));
    }

    [Theory]
    [InlineData("friday owner:@li", 6)]
    [InlineData("next week", 9)]
    [InlineData("in 3 days patch", 9)]
    [InlineData("banana", 0)]
    public void A_day_in_front_of_a_text_says_where_it_ends(string text, int length) => Assert.Equal(length, DateReader.LengthIn(text));
}
