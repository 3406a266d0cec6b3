using Sitrep.Incidents;
using Sitrep.Incidents.Guesses;
using Sitrep.Tests.Support;
using Sitrep.Times;
using Xunit.Abstractions;

namespace Sitrep.Tests.Times;

/// <summary>Every time in the timelines of real documents, read where they lie; they are not part of this repository.</summary>
public sealed class SeedTimesTests(ITestOutputHelper output)
{
    [Theory]
    [InlineData("000", "UTC", "2024-09-18T16:10Z", "14:00 14:05 14:15 14:25 14:45 15:00 15:15 16:00")]
    [InlineData("001", "UTC", "2024-06-04T15:40Z", "13:00 13:05 13:15 13:30 14:00 14:15 14:45 15:00 15:30")]
    [InlineData("002", "UTC", "2024-08-18T17:00Z", "14:30 14:32 14:45 15:00 15:15 15:30 15:45 16:00 16:45")]
    [InlineData("003", "EAT", "2023-02-11T02:00Z", "21:30 22:00 22:40 23:00 00:00 01:45 02:30 04:45")]
    [InlineData("004", "UTC", "2024-06-01T17:10Z", "14:30 14:32 14:45 15:00 15:15 15:30 16:00 16:30 17:00")]
    public void Every_time_of_a_timeline_is_read(string seed, string zone, string typedAt, string times)
    {
        if (Shared.Folder is not { } folder)
        {
            output.WriteLine("Skipped: the documents do not lie beside this checkout.");
            return;
        }

        var context = Reading.In(zone, typedAt);
        var read = TimelineOf(Directory.GetFiles(Path.Combine(folder, "seeds"), seed + "_*").Single())
            .Select(line => (Line: line, When: WhenReader.ReadPrefix(line, context).Understood()))
            .ToList();
        Assert.Equal(times, string.Join(' ', read.Select(row => $"{context.Zone.Local(row.When.At):HH:mm}")));
        Assert.Equal(read.OrderBy(row => row.When.At), read);
        Assert.All(read, row => Assert.True(char.IsAsciiLetterUpper(row.Line[row.When.Length]), row.Line));
        foreach (var (line, when) in read)
            output.WriteLine($"{TimeText.Dated(when.At, context.Zone)} #{KindGuess.Of(line[when.Length..]).Tag()} {line[when.Length..]}");
    }

    private static IEnumerable<string> TimelineOf(string file) => File.ReadLines(file)
        .SkipWhile(line => !line.TrimStart('#', ' ').StartsWith("Timeline", StringComparison.Ordinal))
        .Select(line => line.TrimStart('-', ' '))
        .TakeWhile(line => !line.TrimStart('#', ' ').StartsWith("Root Cause", StringComparison.Ordinal))
        .Where(line => char.IsAsciiDigit(line.TrimStart('*') is [var first, ..] ? first : ' '));
}
