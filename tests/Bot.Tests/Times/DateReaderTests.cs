using Sitrep.Times.Reading;

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
    public void A_day_is_read(string typed, string day) =>
        Assert.Equal(day, $"{Assert.IsType<DayReading.Understood>(DateReader.Read(typed, _saturday)).Date:yyyy-MM-dd}");

    [Theory]
    [InlineData("Friday", "A Friday alone is no date.", "2024-06-07")]
    [InlineData("Saturday", "A Saturday alone is no date.", "2024-06-08")]
    [InlineData("June 14", "\"June 14\" names no year.", "2024-06-14")]
    [InlineData("1 May", "\"1 May\" names no year.", "2025-05-01")]
    [InlineData("01/06/2024", "\"01/06/2024\" is 1 June to some and 6 January to others.", "2024-06-01 2024-01-06")]
    [InlineData("2024-02-30", "I cannot read \"2024-02-30\" as a date: February 2024 has 29 days.", "2024-02-29")]
    [InlineData("yesterday", "I cannot read \"yesterday\" as a date: write it like 2024-06-14, June 14, 2024 or tomorrow.", "")]
    [InlineData("soon", "I cannot read \"soon\" as a date: write it like 2024-06-14, June 14, 2024 or tomorrow.", "")]
    [InlineData(
        "2024-06-14 or so",
        "I cannot read \"2024-06-14 or so\" as a date: write it like 2024-06-14, June 14, 2024 or tomorrow.",
        "")]
    [InlineData("", "I cannot read \"\" as a date: write it like 2024-06-14, June 14, 2024 or tomorrow.", "")]
    public void Everything_else_is_asked_back(string typed, string problem, string offers)
    {
        var asked = Assert.IsType<DayReading.Unclear>(DateReader.Read(typed, _saturday));
        Assert.Equal(problem, asked.Problem.PlainText);
        Assert.Equal(offers, string.Join(' ', asked.Offers.Select(offer => offer.Typed)));
    }

    [Fact]
    public void An_offer_says_the_weekday() => Assert.Equal(
        "Use Fri 7 June 2024", Assert.Single(Assert.IsType<DayReading.Unclear>(DateReader.Read("fri", _saturday)).Offers).Label);
}
