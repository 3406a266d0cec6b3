using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Sitrep.LocalDiscord.Shapes;
using Sitrep.LocalDiscord.State;

namespace Sitrep.LocalDiscord.People;

/// <summary>What can be looked at under <c>/control</c>.</summary>
internal sealed class LedgerReading(DiscordServer server)
{
    private World World => server.World;

    public JsonNode? Of(string path, IQueryCollection query) => path.Split('/') switch
    {
        ["people", var name, "channels", var channel] => Seen(name, channel),
        ["interactions", var id] => OutcomeOf(Interaction(id)),
        ["channels"] => Channels(),
        ["commands"] => Guarded(() => new JsonArray([.. World.Commands.Select(command => command.DeepClone())])),
        ["ledger", "calls"] => new JsonArray([.. server.Ledger.Calls.Skip(After(query)).Select(Shape)]),
        ["ledger", "frames"] => new JsonArray([.. server.Ledger.Frames.Skip(After(query)).Select(Shape)]),
        ["ledger", "pings"] => new JsonArray([.. server.Ledger.Pings.Skip(After(query)).Select(Shape)]),
        ["ledger", "violations"] => new JsonArray([.. server.Ledger.Violations.Skip(After(query)).Select(text => (JsonNode)text)]),
        ["gateway"] => new JsonObject { ["live"] = server.Gateway.Live },
        ["faults"] => new JsonObject { ["standing"] = server.Faults.Standing },
        _ => null,
    };

    public Interaction Interaction(string id)
    {
        lock (World.Gate)
            return Snowflake.Read(id) is { } known && World.Interactions.TryGetValue(known, out var found)
                ? found
                : throw new NotDoneException("No such interaction.");
    }

    private JsonArray Seen(string name, string channel)
    {
        var seen = server.As(name).Read(Snowflake.Read(channel) ?? throw new NotDoneException("That is no channel's id."));
        return Guarded(() => new JsonArray([.. seen.Select(message => MessageShape.Of(message, World))]));
    }

    private JsonArray Channels() =>
        Guarded(() =>
            new JsonArray([
                .. World.Guild.Channels.Values.Concat(World.DirectMessages.Values).Select(channel => ChannelShape.Of(channel, World.Guild)),
            ]));

    private JsonObject OutcomeOf(Interaction interaction) => Guarded(() =>
    {
        var outcome = Outcome.Of(interaction, World);
        return new JsonObject
        {
            ["outcome"] = outcome.Kind.ToString(),
            ["answer_type"] = interaction.AnswerType,
            ["message"] = outcome.Message is { } message ? MessageShape.Of(message, World) : null,
            ["data"] = outcome.Data?.DeepClone(),
            ["follow_ups"] = new JsonArray([.. interaction.FollowUps.Select(one => MessageShape.Of(one, World))]),
        };
    });

    private T Guarded<T>(Func<T> read)
    {
        lock (World.Gate) return read();
    }

    private static int After(IQueryCollection query) => int.TryParse(query["after"], out var after) ? after : 0;

    private static JsonObject Shape(Call call) => new()
    {
        ["at"] = UserShape.Instant(call.At),
        ["route"] = call.Route,
        ["path"] = call.Path,
        ["body"] = call.Body?.DeepClone(),
        ["files"] = call.FileCount,
        ["status"] = call.Status,
        ["answer"] = call.Answer?.DeepClone(),
    };

    private static JsonObject Shape(Frame frame) => new()
    {
        ["at"] = UserShape.Instant(frame.At),
        ["connection"] = frame.Connection,
        ["received"] = frame.Received,
        ["payload"] = frame.Payload.DeepClone(),
    };

    private static JsonObject Shape(Ping ping) => new()
    {
        ["at"] = UserShape.Instant(ping.At),
        ["message"] = ping.MessageId,
        ["channel"] = ping.ChannelId,
        ["everyone"] = ping.Who.Everyone,
        ["users"] = new JsonArray([.. ping.Who.Users.Select(id => (JsonNode)id)]),
        ["roles"] = new JsonArray([.. ping.Who.Roles.Select(id => (JsonNode)id)]),
    };
}
