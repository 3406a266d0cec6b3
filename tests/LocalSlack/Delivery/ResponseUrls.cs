using System.Security.Cryptography;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Sitrep.LocalSlack.Api;
using Sitrep.LocalSlack.Methods;
using Sitrep.LocalSlack.State;

namespace Sitrep.LocalSlack.Delivery;

/// <summary>
/// The addresses that take late answers, five times within half an hour.
/// Source: <see href="https://docs.slack.dev/interactivity/handling-user-interaction#message_responses"/>.
/// </summary>
internal sealed class ResponseUrls(
    Workspace workspace,
    EventFeed events,
    Ledger ledger,
    Conformity conformity,
    TimeProvider clock,
    Func<Uri> serverUrl)
{
    private const int MostUses = 5;
    private static readonly TimeSpan _life = TimeSpan.FromMinutes(30);
    private readonly Dictionary<string, Issued> _issued = new(StringComparer.Ordinal);

    /// <summary>An address for what somebody did in a channel.</summary>
    /// <param name="original">The message whose button it was.</param>
    public string Issue(string channel, string user, string? original)
    {
        var key = RandomNumberGenerator.GetHexString(24, lowercase: true);
        _issued[key] = new(channel, user, original, clock.GetUtcNow());
        return new Uri(serverUrl(), $"response/{workspace.TeamId}/{key}").ToString();
    }

    /// <summary>Takes an answer that was posted to an address.</summary>
    public async Task Answer(HttpContext context, string key)
    {
        JsonObject arguments = [];
        string? error = null;
        try
        {
            var read = (await ArgumentReader.Read(context.Request, isFormOnly: false)).Arguments;
            arguments = read.Values;
            lock (workspace.Gate) Take(key, read);
        }
        catch (SlackRefusalException refusal)
        {
            error = refusal.Error;
            context.Response.StatusCode = error is "used_url" or "expired_url"
                ? StatusCodes.Status404NotFound
                : StatusCodes.Status400BadRequest;
        }

        ledger.Add(
            new(
                clock.GetUtcNow(),
                "response_url",
                (JsonObject)arguments.DeepClone(),
                context.Response.StatusCode,
                error,
                Fault: null,
                conformity.OfAnswer(arguments)));
        await context.Response.WriteAsync(error is null ? """{"ok":true}""" : $$"""{"ok":false,"error":"{{error}}"}""");
    }

    private void Take(string key, Arguments arguments)
    {
        if (!_issued.TryGetValue(key, out var issued) || clock.GetUtcNow() - issued.At > _life)
            throw new SlackRefusalException("expired_url");
        if (issued.Uses >= MostUses) throw new SlackRefusalException("used_url");
        issued.Uses++;
        Show(issued.Channel, issued.User, issued.Original, arguments);
    }

    /// <summary>Shows an answer to a person: for them alone unless it says <c>in_channel</c>.</summary>
    public void Show(string channelId, string user, string? original, Arguments arguments)
    {
        var channel = workspace.Channels[channelId];
        if (arguments.Flag("delete_original"))
        {
            if (original is not null && channel.Find(original) is { } gone) Posting.Delete(workspace, events, channel, gone);
            channel.Ephemerals.RemoveAll(message => message.Ts == original);
            return;
        }

        var content = MessageContent.Read(arguments).NotEmpty();
        if (arguments.Flag("replace_original") && original is not null && Replace(channel, original, content)) return;
        var message = Posting.ByBot(
            workspace,
            content,
            arguments.Text("thread_ts"),
            arguments.Text("response_type") == "in_channel" ? null : user);
        if (message.OnlyFor is null) Posting.Add(workspace, events, channel, message);
        else channel.Ephemerals.Add(message);
    }

    private bool Replace(SlackChannel channel, string ts, MessageContent content)
    {
        var message = channel.Find(ts) ?? channel.Ephemerals.Find(one => one.Ts == ts);
        if (message is null) return false;
        var before = message.ToJson(workspace);
        (message.Text, message.Blocks) = (content.Text ?? "", content.Blocks);
        if (message.OnlyFor is null) Posting.Changed(workspace, events, channel, message, before);
        return true;
    }

    private sealed class Issued(string channel, string user, string? original, DateTimeOffset at)
    {
        public string Channel { get; } = channel;
        public string User { get; } = user;
        public string? Original { get; } = original;
        public DateTimeOffset At { get; } = at;
        public int Uses { get; set; }
    }
}
