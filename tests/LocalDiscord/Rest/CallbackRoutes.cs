using System.Text.Json.Nodes;
using Sitrep.LocalDiscord.Rest.Forms;
using Sitrep.LocalDiscord.Shapes;
using Sitrep.LocalDiscord.State;

namespace Sitrep.LocalDiscord.Rest;

/// <summary>
/// The first answer to an interaction: within three seconds, and once. Source: Discord's
/// interactions/receiving-and-responding.
/// </summary>
internal sealed class CallbackRoutes(World world)
{
    private const int SendMessage = 4, DeferMessage = 5, DeferUpdate = 6, UpdateMessage = 7, Autocomplete = 8, ShowModal = 9;
    private readonly Answers _answers = new(world);

    public IEnumerable<Route> All => [new("POST", "/interactions/{interaction_id}/{interaction_token}/callback", Answer, NeedsBot: false)];

    private RestAnswer Answer(RestCall call)
    {
        var interaction = world.Interactions.GetValueOrDefault(call.Id("interaction_id"));
        if (interaction is null || interaction.Token != call.Values["interaction_token"]) throw Refusal.UnknownInteraction;
        if (interaction.AnswerType is not null) throw Refusal.Acknowledged;
        if (world.Now > interaction.At + Interaction.FirstAnswer) throw Refusal.UnknownInteraction;
        var type = (int)(call.Form.Number("type") ?? 0);
        if (!Fits(type, interaction))
        {
            var errors = new FormErrors();
            errors.Add("type", "INTERACTION_CALLBACK_TYPE_INVALID", "Interaction callback type is invalid");
            throw errors.Refusal;
        }

        Take(type, interaction, call);
        interaction.AnswerType = type;
        interaction.AnsweredAt = world.Now;
        return call.Query["with_response"] == "true" ? RestAnswer.Ok(Shape(type, interaction)) : RestAnswer.Nothing;
    }

    private static bool Fits(int type, Interaction interaction) =>
        type switch
        {
            SendMessage or DeferMessage => interaction.Type != InteractionType.Autocomplete,
            DeferUpdate or UpdateMessage => interaction
                is { Message: not null, Type: InteractionType.MessageComponent or InteractionType.ModalSubmit },
            Autocomplete => interaction.Type == InteractionType.Autocomplete,
            // A modal is no answer to a modal.
            ShowModal => interaction.Type is InteractionType.ApplicationCommand or InteractionType.MessageComponent,
            _ => false,
        };

    private void Take(int type, Interaction interaction, RestCall call)
    {
        var data = call.Form.Part("data") ?? [];
        switch (type)
        {
            case SendMessage:
                interaction.Original = _answers.Send(interaction, new(data, call.Files, "data."));
                break;
            case DeferMessage:
                interaction.Original = _answers.Defer(interaction, (MessageFlags)(data.Number("flags") ?? 0));
                break;
            case DeferUpdate:
                interaction.Original = interaction.Message;
                break;
            case UpdateMessage:
                _answers.Edit(interaction, interaction.Message!, new(data, call.Files, "data."));
                interaction.Original = interaction.Message;
                break;
            case Autocomplete:
                ModalForm.CheckChoices(data);
                interaction.AnswerData = data.DeepClone();
                break;
            default:
                ModalForm.Check(data);
                interaction.AnswerData = data.DeepClone();
                break;
        }
    }

    private JsonObject Shape(int type, Interaction interaction)
    {
        var shape = new JsonObject { ["id"] = interaction.Id, ["type"] = (int)interaction.Type };
        var answer = new JsonObject { ["interaction"] = shape };
        if (type is not (SendMessage or DeferMessage or UpdateMessage or DeferUpdate) || interaction.Original is not { } message)
            return answer;
        shape["response_message_id"] = message.Id;
        shape["response_message_loading"] = message.Flags.HasFlag(MessageFlags.Loading);
        shape["response_message_ephemeral"] = message.EphemeralTo is not null;
        answer["resource"] = new JsonObject { ["type"] = type, ["message"] = MessageShape.Of(message, world) };
        return answer;
    }
}
