using FsCheck;
using FsCheck.Fluent;
using Sitrep.Chat;
using Sitrep.Chat.Effects;
using Sitrep.Chat.Events;
using Sitrep.Commands;
using Sitrep.Commands.Escalations;
using Sitrep.Commands.Grammar;
using Sitrep.Commands.People;
using Sitrep.Commands.Wording;
using Sitrep.Incidents;
using Sitrep.Prose;
using Sitrep.Tests.Support;

namespace Sitrep.Tests.Commands.Escalations;

/// <summary>Mentions typed are people paged and people named in the answer as not reached, whatever stands between them.</summary>
public sealed class EscalationPropertyTests
{
    private static readonly string[] _names = ["one", "two", "Zoe Park", "li", "ghost", "dba", "everyone", "o'neil", "x.y", "Ana-Maria"];
    private static readonly string[] _others =
    [
        "and", "and ", ",", ", ", ";", " & ", "+", "/", ":", "to:", "to: ", "to ", "at ", "17:20", "at 13:20", "40m ago", "13:20",
        "queue is growing", "backend team", "payments", "please", "the", "(", ")", "\"", "\"backend team, DBA\"", "503 errors",
        "ana@example.org", "from:ops ", "at:13:20", "#finding", "\n", "🔥", "INC-1",
    ];

    private static readonly Gen<(string Platform, string[] Pieces)> _typed =
        from platform in Gen.Elements(Platforms.Web, Platforms.Slack, Platforms.Discord)
        from pieces in Gen.Frequency(
                (4, Gen.Elements(_names).Select(name => "@" + name)),
                (3, Gen.Elements(_others)),
                (3, Gen.Constant(" ")))
            .ArrayOf()
        where pieces.Length is > 0 and < 14
        select (platform, pieces);

    [Fact]
    public void Whoever_is_mentioned_is_paged_or_named_as_not_reached_or_nothing_was_done() =>
        Check.One(
            Config.QuickThrowOnFailure.WithMaxTest(20_000),
            Prop.ForAll(_typed.ToArbitrary(), typed => Holds(typed.Platform, typed.Pieces)));

    private static void Holds(string platform, string[] pieces)
    {
        // What is no mention in the text (two that touch a word) is none to anybody.
        var text = "/escalate " + string.Concat(pieces);
        var situation = Situation(platform);
        var parsed = EventReader.Read(new TextTyped(situation.Channel, situation.User, null, text))!;
        if (parsed.Input is not KnownCommand { Command: EscalateIncident command } known) return;
        var decision = RefusalEcho.Complete(command.Decide(situation, known.Arguments), parsed);
        var said = decision.Reply.Message.PlainText;
        var typed = MentionText.In(text, NameResolver.Names(situation)).Select(mention => mention.Name).ToList();
        if (decision.Reply.Refused)
        {
            Assert.Empty(decision.Changes);
            Assert.Empty(decision.Effects);
            Assert.All(typed, name => Assert.Contains(name, said, StringComparison.OrdinalIgnoreCase));
            return;
        }

        var page = decision.Effects.OfType<PostMessage>().Single(post => post.IsPage);
        var spans = page.Message.Blocks.OfType<Paragraph>().SelectMany(paragraph => paragraph.Line.Spans).ToList();
        var paged = spans
            .OfType<Mention>().Where(mention => mention.Ping).Select(mention => mention.Person.Name)
            .Concat(spans.OfType<GroupMention>().Where(mention => mention.Ping).Select(mention => mention.Group.Name))
            .ToList();
        var warned = string.Join('\n', said.Split('\n').Where(line => line.StartsWith("⚠️", StringComparison.Ordinal)));
        foreach (var name in typed)
            Assert.True(
                paged.Contains(name, StringComparer.OrdinalIgnoreCase) || warned.Contains("@" + name, StringComparison.OrdinalIgnoreCase),
                $"{platform}: {text}\n@{name} is neither paged ({string.Join(", ", paged)}) nor named:\n{said}");
        Assert.DoesNotContain("everyone", paged);
        var escalation = decision.Changes.OfType<EscalationRecorded>().Single().Escalation;
        // Within quotes a colon is a part of the name.
        if (!text.Contains('"'))
            Assert.DoesNotContain(escalation.To, target => target.Contains(':', StringComparison.Ordinal) || target.Trim().Length == 0);
        if (platform != Platforms.Web) Assert.DoesNotContain("ghost", paged);
    }

    private static Situation Situation(string platform)
    {
        Person[] people = [.. _names.Take(4).Select((name, i) => new Person(platform, platform == Platforms.Web ? name : $"U{i}", name))];
        return new()
        {
            Now = Records.Start.AddMinutes(30),
            User = new Person(platform, "U9", "ana"),
            Channel = new(platform, "C1"),
            Settings = BotSettings.Default,
            Incident = Records.Incident() with { Platform = platform },
            People = platform == Platforms.Web ? [] : people,
            Groups = platform == Platforms.Web ? [] : [new Group(platform, "S1", "dba")],
            Known = new(platform == Platforms.Web ? people : [], [], []),
            LastEntry = 0,
            LastEscalation = 0,
        };
    }
}
