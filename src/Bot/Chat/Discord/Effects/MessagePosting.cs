using System.Collections.Concurrent;
using System.Globalization;
using Sitrep.Chat.Discord.Rest;
using Sitrep.Incidents;

namespace Sitrep.Chat.Discord.Effects;

/// <summary>
/// Posts messages, each part with a nonce of its own, so that a repeat within minutes is harmless and a later one is
/// looked up.
/// </summary>
internal sealed class MessagePosting(DiscordRest rest, TimeProvider clock)
{
    private const int Page = 100;
    private const int MostPages = 10;

    // Clocks of two machines differ, and a message's id carries Discord's.
    private static readonly TimeSpan _slack = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan _longestWait = TimeSpan.FromSeconds(60);
    private readonly ConcurrentDictionary<long, IReadOnlyList<string>> _begun = new();

    /// <summary>Posts all parts, going on behind those that an earlier try has posted.</summary>
    public async Task<PostedMessage> PostAsync(long row, string channel, IReadOnlyList<MessageBody> parts, CancellationToken cancellation)
    {
        var posted = new List<string>(_begun.GetValueOrDefault(row, []));
        for (var i = posted.Count; i < parts.Count; i++)
        {
            var body = parts[i] with { Nonce = Nonce(row, i), EnforceNonce = true };
            posted.Add(
                await SendAsync(
                    channel,
                    RestRoute.Post("channels/{}/messages", channel),
                    Body.Of(body, DiscordJson.Default.MessageBody),
                    posted.Count > 0,
                    bare: true,
                    cancellation));
            if (parts.Count > 1) _begun[row] = [.. posted];
        }

        _begun.TryRemove(row, out _);
        return new(channel, posted);
    }

    /// <summary>Sends a message, reopening the thread it is for where that is archived.</summary>
    /// <param name="channel">The channel.</param>
    /// <param name="operation">Make or change.</param>
    /// <param name="content">The body.</param>
    /// <param name="patient">
    /// Whether parts stand already: then the rest waits here for its turn, so that nothing comes between for long.
    /// </param>
    /// <param name="bare">Whether it is words alone.</param>
    /// <param name="cancellation">Ends the wait.</param>
    public async Task<string> SendAsync(
        string channel,
        RestRoute operation,
        Func<HttpContent> content,
        bool patient,
        bool bare,
        CancellationToken cancellation)
    {
        while (true)
        {
            try
            {
                var answer = await TryAsync(channel, operation, content, cancellation);
                // A bot that may not post has lost the channel; a bot that may only not attach a file has not.
                if (bare && answer.Said(RestError.MissingPermissions)) throw answer.Error!.Refusal(answer.Status, ChannelLoss.Barred);
                return answer.Read(DiscordJson.Default.MessageObject).Id;
            }
            catch (PlatformRefusalException refusal)
                when (patient && !refusal.Permanent && refusal.RetryAfter is { } wait && wait <= _longestWait)
            {
                await Task.Delay(wait, clock, cancellation);
            }
        }
    }

    /// <summary>Makes or changes a message, once more where its thread is archived and has to be reopened first.</summary>
    public async Task<RestAnswer> TryAsync(string channel, RestRoute operation, Func<HttpContent>? content, CancellationToken cancellation)
    {
        var answer = await rest.SendAsync(operation, content, cancellation);
        if (!answer.Said(RestError.ThreadArchived)) return answer;
        (
            await rest.SendAsync(
                RestRoute.Patch("channels/{}", channel),
                Body.Of(new ReopenBody(false), DiscordJson.Default.ReopenBody),
                cancellation)).Done();
        return await rest.SendAsync(operation, content, cancellation);
    }

    /// <summary>Looks in the channel for what an earlier try has posted; parts that stand are remembered.</summary>
    public async Task<Search> FindAsync(
        OutboxItem delivery,
        string channel,
        IReadOnlyList<MessageBody> parts,
        string me,
        CancellationToken cancellation)
    {
        var found = new string?[parts.Count];
        var after = Snowflake.At(delivery.At - _slack);
        for (var page = 0; page < MostPages; page++)
        {
            var answer = await rest.SendAsync(
                RestRoute.Get("channels/{}/messages", channel).Asking($"limit={Page}&after={after}"),
                null,
                cancellation);
            if (answer.Said(RestError.UnknownChannel)) return Search.Absent;
            var messages = answer
                .Read(DiscordJson.Default.IReadOnlyListMessageObject)
                .OrderBy(message => message.Id.Length)
                .ThenBy(message => message.Id, StringComparer.Ordinal)
                .ToList();
            foreach (var message in messages.Where(message => message.Author?.Id == me)) Match(message, parts, delivery.Id, found);
            if (messages.Count < Page) break;
            after = messages[^1].Id;
        }

        var standing = found.TakeWhile(id => id is not null).Select(id => id!).ToList();
        if (standing.Count == parts.Count) return Search.Found(new PostedMessage(channel, standing).ToString());
        if (standing.Count > 0) _begun[delivery.Id] = standing;
        return Search.Absent;
    }

    private static void Match(MessageObject message, IReadOnlyList<MessageBody> parts, long row, string?[] found)
    {
        for (var i = 0; i < parts.Count; i++)
        {
            // A history that names nonces is believed; one that does not is compared by its words.
            var same = message.Nonce is { } nonce ? nonce.Text == Nonce(row, i) : Same(message, parts[i]);
            if (!same || found[i] is not null) continue;
            found[i] = message.Id;
            return;
        }
    }

    private static bool Same(MessageObject message, MessageBody part) => part.Attachments is { Count: > 0 } files
        ? message.Attachments?.Any(file => file.Filename == files[0].Filename) == true
        : message.Content == part.Content;

    /// <summary>A part's nonce: the outbox row and, from the second on, the part.</summary>
    public static string Nonce(long row, int part) =>
        part == 0 ? row.ToString(CultureInfo.InvariantCulture) : string.Create(CultureInfo.InvariantCulture, $"{row}-{part + 1}");
}
