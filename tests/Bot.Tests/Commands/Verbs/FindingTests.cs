using Sitrep.Tests.Support;

namespace Sitrep.Tests.Commands.Verbs;

/// <summary>Lists and searches reach every incident, however many there are.</summary>
public sealed class FindingTests
{
    [Fact]
    public async Task The_list_is_filtered_and_has_pages()
    {
        await using var bot = new TestBot();
        for (var i = 1; i <= 72; i++)
        {
            var channel = (await bot.Ask("ana", $"/incident start Outage of region{i} sev{1 + (i % 3)}", "general", $"s{i}")).Channel!;
            if (i % 2 == 0) await bot.Ask("ana", "/incident close", channel, $"c{i}");
        }

        var all = await bot.Type("ana", "/incident list");
        Assert.Contains("and 52 more", all.Message.PlainText);
        Assert.Contains("INC-72 ", all.Message.PlainText);
        var next = await bot.Type("ana", Assert.Single(all.Message.Buttons).Command);
        Assert.Contains("INC-52 ", next.Message.PlainText);
        Assert.Contains("and 32 more", next.Message.PlainText);
        Assert.Contains("INC-1 ", (await bot.Type("ana", "/incident list page 4")).Message.PlainText);
        var closed = (await bot.Type("ana", "/incident list closed")).Message.PlainText;
        Assert.Contains("INC-72 ", closed);
        Assert.DoesNotContain("INC-71 ", closed);
        Assert.Contains("and 16 more", closed);
        var severe = (await bot.Type("ana", "/incident list sev1 open")).Message.PlainText;
        Assert.Contains("INC-69 ", severe);
        Assert.DoesNotContain("INC-71 ", severe);
        Assert.Contains("INC-7 ", (await bot.Type("ana", "/incident list region7")).Message.PlainText);
        Assert.True((await bot.Type("ana", "/incident list clsoed")).Refused);
        Assert.True((await bot.Type("ana", "/incident list page 9")).Refused);
    }

    [Fact]
    public async Task A_search_looks_through_titles_entries_and_fields()
    {
        await using var bot = new TestBot();
        var channel = await bot.Declare();
        await bot.Type("ana", "/timeline the connection pool is empty", channel);
        await bot.Type("ana", "/timeline 100% of requests fail", channel);
        await bot.Type("ana", "/incident set root-cause A bad rule in the load balancer", channel);
        await bot.Type("ben", "/incident start Search is slow");
        foreach (var words in (string[])["connection pool", "POOL", "load balancer", "checkout", "100%"])
            Assert.Contains("INC-1", (await bot.Type("zoe", "/incident search " + words)).Message.PlainText);
        Assert.Contains("the connection pool is empty", (await bot.Type("zoe", "/incident search pool")).Message.PlainText);
        Assert.DoesNotContain("INC-1", (await bot.Type("zoe", "/incident search slow")).Message.PlainText);
        var nothing = await bot.Type("zoe", "/incident search volcano");
        Assert.True(nothing.Refused);
        Assert.Contains("volcano", nothing.Message.PlainText);
    }

    [Fact]
    public async Task A_private_incident_is_found_by_nobody_else()
    {
        await using var bot = new TestBot();
        await bot.Type("ana", "/incident start Leaked key private");
        Assert.DoesNotContain("INC-1", (await bot.Type("zoe", "/incident search key")).Message.PlainText);
        Assert.Contains("INC-1", (await bot.Type("ana", "/incident search key")).Message.PlainText);
    }

    [Fact]
    public async Task Tasks_are_listed_with_who_and_when()
    {
        await using var bot = new TestBot();
        var channel = await bot.Declare();
        Assert.Contains("no tasks", (await bot.Type("ana", "/incident action list", channel)).Message.PlainText);
        await bot.Type("ana", "/incident action add Test the rollback owner:@li due:2026-06-14", channel);
        await bot.Type("ana", "/incident action add Raise the limit", channel);
        await bot.Type("ana", "/incident action done 2", channel);
        var list = await bot.Type("ana", "/incident tasks", channel);
        Assert.Contains("☐ 1. Test the rollback · @li · due 2026-06-14", list.Message.PlainText);
        Assert.Contains("✅ 2. Raise the limit", list.Message.PlainText);
        await bot.Type("ana", Assert.Single(list.Message.Buttons).Command, channel);
        Assert.All(bot.Record().Incident.ActionItems, task => Assert.True(task.Done));
    }
}
