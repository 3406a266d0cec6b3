using Sitrep.Times;

namespace Sitrep.Tests.Times;

/// <summary>Two times with what joins them are one entry with an end. It is 1 June 2024, 15:00 UTC.</summary>
public sealed class SpanTests
{
    [Theory]
    [InlineData("14:00-14:20")]
    [InlineData("14:00 - 14:20")]
    [InlineData("14:00\u201314:20")]
    [InlineData("14:00 \u2013 14:20")]
    [InlineData("14:00 \u2014 14:20 UTC")]
    [InlineData("14:00 UTC - 14:20")]
    [InlineData("14:00 UTC - 14:20 UTC")]
    [InlineData("14:00 to 14:20")]
    [InlineData("14:00 until 14:20")]
    [InlineData("from 14:00 to 14:20")]
    [InlineData("between 14:00 and 14:20")]
    [InlineData("2:00-2:20pm")]
    [InlineData("2:00pm-2:20")]
    [InlineData("2:00 pm - 2:20 pm")]
    [InlineData("[14:00-14:20]")]
    [InlineData("17:00-17:20 EAT")]
    [InlineData("2024-06-01 14:00 - 14:20")]
    [InlineData("2024-06-01 14:00 UTC to 2024-06-01 14:20 UTC")]
    public void A_span_has_two_ends(string typed)
    {
        var read = WhenReader.ReadPrefix(typed + " 5xx spike", Reading.In("UTC")).Understood();
        Assert.Equal((Reading.At("2024-06-01T14:00Z"), Reading.At("2024-06-01T14:20Z")), (read.At, read.Until));
        Assert.Equal(typed.Length + 1, read.Length);
        Assert.Equal(read.Until, WhenReader.ReadAll(typed, Reading.In("UTC")).Understood().Until);
    }

    [Theory]
    [InlineData("yesterday 23:50 - 00:10", "2024-05-31T23:50Z", "2024-06-01T00:10Z")]
    [InlineData("11:30-12:15pm", "2024-06-01T11:30Z", "2024-06-01T12:15Z")]
    [InlineData("1pm - 2pm", "2024-06-01T13:00Z", "2024-06-01T14:00Z")]
    [InlineData("noon to 2pm", "2024-06-01T12:00Z", "2024-06-01T14:00Z")]
    public void An_end_is_the_first_such_time_behind_the_beginning(string typed, string at, string until)
    {
        var read = WhenReader.ReadAll(typed, Reading.In("UTC")).Understood();
        Assert.Equal((Reading.At(at), Reading.At(until)), (read.At, read.Until));
    }

    [Theory]
    [InlineData("14:05 - 5 pods died")]
    [InlineData("14:05 - midnight job failed")]
    [InlineData("14:05 - 2pm deploy rolled back")]
    [InlineData("14:05 to be checked")]
    public void What_only_looks_like_an_end_is_text(string typed) =>
        Assert.Null(WhenReader.ReadPrefix(typed, Reading.In("UTC")).Understood().Until);

    [Theory]
    [InlineData("14:00-15:20 errors", "ends in the future", "2024-06-01 14:00 UTC to 2024-06-01 15:00 UTC")]
    [InlineData("14:00-25:20 errors", "the hours go to 23", "2024-06-01 15:00 UTC")]
    [InlineData("2:30-2:50 errors", "", "2024-06-01 14:30 UTC to 2024-06-01 14:50 UTC")]
    public void A_span_that_cannot_be_is_asked_back(string typed, string problem, string first)
    {
        var read = WhenReader.ReadPrefix(typed, Reading.In("UTC", "2024-06-01T15:00Z")).Unclear();
        Assert.Contains(problem, read.Problem.PlainText);
        Assert.Equal(first, read.Offers[0].Typed);
    }
}
