using Sitrep.Chat.Discord.Interactions;
using Sitrep.Chat.Discord.Rest;
using Sitrep.Chat.Effects;
using Sitrep.Prose;

namespace Sitrep.Chat.Discord.Rendering;

/// <summary>Makes Discord's messages of the one model that all platforms share.</summary>
internal static class Messages
{
    /// <summary>Links show no preview: the bot sends nobody's address to anybody.</summary>
    public const int SuppressEmbeds = 1 << 2;

    /// <summary>Seen by the one who asked alone.</summary>
    public const int Ephemeral = 1 << 6;

    private const int ButtonsInRow = 5;
    private const int MostButtons = 25;
    private const int LongestEmbeds = 5_800;
    private const int MostParts = 10;
    private const string Nothing = "…";

    /// <summary>The messages that a message becomes, in order; the buttons are under the last.</summary>
    public static IReadOnlyList<MessageBody> Of(Message message, int flags = SuppressEmbeds)
    {
        var pieces = MessageSplitter.Of(message.Blocks);
        var pings = Pings(message);
        if (pieces.Count == 0) pieces = [Nothing];
        if (pieces.Count > MostParts)
            pieces =
            [
                .. pieces.Take(MostParts),
                $"… {pieces.Skip(MostParts).Sum(piece => piece.Length):N0} more characters are kept; the postmortem's file has them all.",
            ];
        return
        [
            .. pieces.Select((piece, i) => new MessageBody
            {
                Content = piece,
                AllowedMentions = Mentioned(pings, piece),
                Components = i == pieces.Count - 1 ? Rows(message.Buttons) : [],
                Flags = flags,
            }),
        ];
    }

    /// <summary>
    /// A message that is changed keeps the number of its parts: others may have been posted behind it. What no longer
    /// fits goes into boxes under the last.
    /// </summary>
    public static IReadOnlyList<MessageBody> Changed(Message message, int parts)
    {
        var bodies = Of(message);
        if (bodies.Count <= parts)
            return [.. bodies, .. Enumerable.Repeat(new MessageBody { Content = Nothing, Flags = SuppressEmbeds }, parts - bodies.Count)];
        var boxes = new List<Embed>();
        var left = LongestEmbeds;
        foreach (var body in bodies.Skip(parts))
        {
            if (body.Content!.Length > left)
            {
                boxes.Add(new("… The rest is in the document."));
                break;
            }

            boxes.Add(new(body.Content));
            left -= body.Content.Length;
        }

        // Boxes are embeds: suppressing previews would hide them.
        return [.. bodies.Take(parts - 1), bodies[parts - 1] with { Embeds = boxes, Components = bodies[^1].Components, Flags = 0 }];
    }

    private static IReadOnlyList<ActionRow> Rows(IReadOnlyList<Button> buttons) =>
        [
            .. buttons
                .Take(MostButtons)
                .Select((button, i) => new ButtonBody(Style(button.Look), button.Label, CustomId.Of(i, button.Command)))
                .Chunk(ButtonsInRow)
                .Select(row => new ActionRow(row)),
        ];

    private static int Style(ButtonLook look) => look switch
    {
        ButtonLook.Primary => 1,
        ButtonLook.Danger => 4,
        _ => 2,
    };

    private static AllowedMentions Mentioned(IReadOnlyList<Span> pings, string piece) =>
        new(
            [],
            Ids(pings.OfType<Mention>().Select(mention => mention.Person.Id).Where(id => Holds(piece, $"<@{id}>"))),
            Ids(pings.OfType<GroupMention>().Select(mention => mention.Group.Id).Where(id => Holds(piece, $"<@&{id}>"))));

    private static List<string>? Ids(IEnumerable<string> ids) =>
        ids.Distinct(StringComparer.Ordinal).ToList() is { Count: > 0 } some ? some : null;

    private static bool Holds(string piece, string mark) => piece.Contains(mark, StringComparison.Ordinal);

    private static IReadOnlyList<Span> Pings(Message message) =>
        [
            .. message
                .Blocks.SelectMany(Lines)
                .SelectMany(line => line.Spans)
                .Where(span =>
                    span is Mention { Ping: true } mention ? DiscordPeople.Knows(mention.Person)
                    : span is GroupMention { Ping: true, Group: { IsMute: false, Platform: Platforms.Discord } }),
        ];

    private static IEnumerable<Line> Lines(Block block) => block switch
    {
        Heading heading => [heading.Line],
        Paragraph paragraph => [paragraph.Line],
        ListBlock list => list.Items,
        _ => [],
    };
}
