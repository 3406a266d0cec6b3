using System.Globalization;
using Sitrep.Chat.Discord.Rendering;
using Sitrep.Incidents;
using Sitrep.Prose;
using Sitrep.Tests.Support;

namespace Sitrep.Tests.Chat.Discord;

public sealed class MessageSplitterTests
{
    [Fact]
    public void A_long_text_is_cut_between_words_and_nothing_of_it_is_lost()
    {
        var words = string.Join(' ', Enumerable.Range(1, 2_000).Select(n => $"word{n}"));
        var pieces = MessageSplitter.Of([new Paragraph(Line.Typed(words))]);
        Assert.All(pieces, piece => Assert.InRange(piece.Length, 1, 2_000));
        Assert.Equal(words, string.Join(' ', pieces));
    }

    [Fact]
    public void A_text_that_needs_no_escaping_takes_no_more_messages_than_it_must()
    {
        Assert.Single(MessageSplitter.Of([new Paragraph(Line.Typed(string.Join(' ', Enumerable.Repeat("plain words", 155))))]));
        var marked = MessageSplitter.Of([
            new Paragraph(Line.Typed(string.Concat(Enumerable.Repeat("*_ https://a.example/b_(c) @x #1. - y\n", 100)))),
        ]);
        Assert.All(marked, piece => Assert.InRange(piece.Length, 1, 2_000));
    }

    [Fact]
    public void A_text_without_a_blank_is_cut_between_graphemes()
    {
        var family = string.Concat(Enumerable.Repeat("👩‍👩‍👧‍👦é", 600));
        var pieces = MessageSplitter.Of([new Paragraph(Line.Typed(family))]);
        Assert.Equal(family, string.Concat(pieces));
        Assert.All(pieces, piece => Assert.True(StringInfo.GetNextTextElement(piece, 0) is "👩‍👩‍👧‍👦" or "é"));
    }

    [Fact]
    public void A_fence_of_code_that_is_cut_is_closed_and_opened_again()
    {
        var code = string.Join('\n', Enumerable.Range(1, 300).Select(n => $"line {n} of the log"));
        var pieces = MessageSplitter.Of([new Paragraph(new Line([new Words(code, Style.Code)]))]);
        Assert.True(pieces.Count > 2);
        Assert.All(pieces, piece =>
        {
            Assert.StartsWith("```\n", piece, StringComparison.Ordinal);
            Assert.EndsWith("\n```", piece, StringComparison.Ordinal);
            Assert.InRange(piece.Length, 1, 2_000);
        });
    }

    [Fact]
    public void Bold_that_is_cut_is_bold_on_both_sides()
    {
        var pieces = MessageSplitter.Of([
            new Paragraph(new Line([new Words(string.Join(' ', Enumerable.Repeat("loud", 900)), Style.Bold)])),
        ]);
        Assert.True(pieces.Count > 1);
        Assert.All(pieces, piece => Assert.Matches(@"^\*\*[^*]+\*\*$", piece));
    }

    [Fact]
    public void Nothing_that_is_typed_pings_formats_or_links()
    {
        foreach (
            var text in Nasty.Texts.Concat([
                "@everyone",
                "<@80351110224678912>",
                "<#80351110224678912>",
                "<t:1618953630:R>",
                "</start:80351110224678912>",
                "||spoiler||",
                "-# small",
                "<:x:80351110224678912>",
                "[a](http://b)",
            ]))
        {
            var shown = Assert.Single(MessageSplitter.Of([new Paragraph(Line.Of($"{text}"))]));
            // Nothing is read within code, which people set apart themselves.
            var read = System.Text.RegularExpressions.Regex.Replace(shown, @"\\.|(`+)[^`]+\1", "");
            foreach (var mark in (string[])["@", "<#", "<t:", "</", "<:", "](", "||", "**", "__", "~~", "`"])
                Assert.DoesNotContain(mark, read, StringComparison.Ordinal);
            Assert.DoesNotMatch(@"(?m)^(#{1,3} |-# |[-*+] |> |\d+[.)] )", shown);
        }
    }

    [Fact]
    public void An_address_is_shown_whole_and_without_a_preview() =>
        Assert.Equal(
            "see <https://a.example/x_y?q=1>, and \\*that\\*",
            Assert.Single(MessageSplitter.Of([new Paragraph(Line.Of($"{"see https://a.example/x_y?q=1, and *that*"}"))])));

    [Fact]
    public void A_time_is_the_reader_s_own_with_the_incident_s_and_its_zone_beside()
    {
        var at = new DateTimeOffset(2026, 3, 10, 14, 5, 0, TimeSpan.Zero);
        Assert.Equal(
            "at **<t:1773151500:t> (14:05 UTC)**",
            Assert.Single(MessageSplitter.Of([new Paragraph(Line.Of($"at **{new Moment(at, "14:05 UTC")}**"))])));
    }

    [Fact]
    public void Only_ids_that_the_bot_chose_itself_ping_and_only_in_the_part_that_names_them()
    {
        var ana = new Person("discord", "80351110224678912", "ana");
        var message = Sitrep.Chat.Effects.Message.Of(
            Line.Of($"{"<@80351110224678913> @everyone"} {ana}"),
            new Line([new Mention(ana, Ping: true)]));
        var body = Assert.Single(Messages.Of(message));
        Assert.Empty(body.AllowedMentions.Parse);
        Assert.Equal(["80351110224678912"], body.AllowedMentions.Users!);
        Assert.Null(Assert.Single(Messages.Of(Sitrep.Chat.Effects.Message.Of(Line.Of($"{ana}")))).AllowedMentions.Users);
        var elsewhere = new Line([new Mention(ana with { Platform = "web" }, Ping: true)]);
        Assert.Null(Assert.Single(Messages.Of(Sitrep.Chat.Effects.Message.Of(elsewhere))).AllowedMentions.Users);
    }

    [Fact]
    public void A_changed_message_keeps_its_parts_and_puts_what_is_too_long_into_boxes()
    {
        var longer = Sitrep.Chat.Effects.Message.Of([
            .. Enumerable.Range(1, 4).Select(n => Line.Typed(string.Join(' ', Enumerable.Repeat($"text{n}", 300)))),
        ]);
        var bodies = Messages.Changed(longer, 2);
        Assert.Equal(2, bodies.Count);
        Assert.NotEmpty(bodies[1].Embeds!);
        Assert.InRange(bodies[1].Embeds!.Sum(box => box.Description.Length), 1, 6_000);
        Assert.Equal(3, Messages.Changed(Sitrep.Chat.Effects.Message.Of(Line.Of($"short")), 3).Count);
    }
}
