using Sitrep.LocalDiscord.Rest.Forms;
using Sitrep.LocalDiscord.Shapes;
using Sitrep.LocalDiscord.State;

namespace Sitrep.LocalDiscord.Rest;

/// <summary>
/// What a token can do for fifteen minutes after the first answer. Source: Discord's
/// interactions/receiving-and-responding, "Followup Messages".
/// </summary>
internal sealed class FollowUpRoutes(World world)
{
    private const string Hook = "/webhooks/{webhook_id}/{webhook_token}",
        Original = Hook + "/messages/@original",
        One = Hook + "/messages/{message_id}";
    private readonly Answers _answers = new(world);

    public IEnumerable<Route> All =>
    [
        new("POST", Hook, Send, NeedsBot: false),
        new("GET", Original, call => Get(call, OriginalOf(call)), NeedsBot: false),
        new("PATCH", Original, call => Edit(call, OriginalOf(call)), NeedsBot: false),
        new("DELETE", Original, call => Delete(call, OriginalOf(call)), NeedsBot: false),
        new("GET", One, call => Get(call, MessageOf(call)), NeedsBot: false),
        new("PATCH", One, call => Edit(call, MessageOf(call)), NeedsBot: false),
        new("DELETE", One, call => Delete(call, MessageOf(call)), NeedsBot: false),
    ];

    private RestAnswer Send(RestCall call)
    {
        var interaction = Find(call);
        var form = new MessageForm(call.Form, call.Files);
        // The first one after "thinking" takes its place, and is as private as that was.
        if (interaction.Original is { } waiting && waiting.Flags.HasFlag(MessageFlags.Loading))
        {
            if (form.IsEmpty) throw Refusal.EmptyMessage;
            _answers.Edit(interaction, waiting, form);
            return RestAnswer.Ok(MessageShape.Of(waiting, world));
        }

        var message = _answers.Send(interaction, form);
        interaction.FollowUps.Add(message);
        return RestAnswer.Ok(MessageShape.Of(message, world));
    }

    private RestAnswer Get(RestCall call, Message message)
    {
        Find(call);
        return RestAnswer.Ok(MessageShape.Of(message, world));
    }

    private RestAnswer Edit(RestCall call, Message message)
    {
        _answers.Edit(Find(call), message, new(call.Form, call.Files));
        return RestAnswer.Ok(MessageShape.Of(message, world));
    }

    private RestAnswer Delete(RestCall call, Message message)
    {
        var interaction = Find(call);
        interaction.Channel.Messages.Remove(message);
        world.Events.MessageDelete(message, interaction.Channel);
        return RestAnswer.Nothing;
    }

    private Interaction Find(RestCall call)
    {
        var interaction = world.Interactions.Values.FirstOrDefault(one => one.Token == call.Values["webhook_token"]);
        if (call.Id("webhook_id") != World.ApplicationId || interaction is null || interaction.AnswerType is null or 8)
            throw Refusal.UnknownWebhook;
        if (world.Now > interaction.At + Interaction.TokenLife) throw Refusal.InvalidWebhookToken;
        return interaction;
    }

    private Message OriginalOf(RestCall call)
    {
        var interaction = Find(call);
        return interaction.Original is { } message && interaction.Channel.Messages.Contains(message)
            ? message
            : throw Refusal.UnknownMessage;
    }

    private Message MessageOf(RestCall call)
    {
        var interaction = Find(call);
        var id = call.Id("message_id");
        return interaction.Channel.Messages.Find(message =>
            message.Id == id && (interaction.FollowUps.Contains(message) || interaction.Original == message)
        ) ?? throw Refusal.UnknownMessage;
    }
}
