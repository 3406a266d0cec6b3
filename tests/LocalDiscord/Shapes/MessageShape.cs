using System.Text.Json.Nodes;
using Sitrep.LocalDiscord.State;

namespace Sitrep.LocalDiscord.Shapes;

/// <summary>Messages as Discord writes them.</summary>
internal static class MessageShape
{
    public static JsonObject Of(Message message, World world)
    {
        var guild = world.Guild;
        var shape = new JsonObject
        {
            ["type"] = message.Type,
            ["content"] = message.Content,
            ["mentions"] = new JsonArray([.. message.Mentions.Users.Select(id => UserShape.Of(guild.Members[id].User))]),
            ["mention_roles"] = new JsonArray([.. message.Mentions.Roles.Select(id => (JsonNode)id)]),
            ["mention_everyone"] = message.Mentions.Everyone,
            ["attachments"] = new JsonArray([.. message.Attachments.Select(file => Of(file, message, world.Origin))]),
            ["embeds"] = message.Embeds.DeepClone(),
            ["components"] = message.Components.DeepClone(),
            ["timestamp"] = UserShape.Instant(message.SentAt),
            ["edited_timestamp"] = message.EditedAt is { } edited ? UserShape.Instant(edited) : null,
            ["flags"] = (int)message.Flags,
            ["id"] = message.Id,
            ["channel_id"] = message.ChannelId,
            ["author"] = UserShape.Of(message.Author),
            ["pinned"] = message.PinnedAt is not null,
            ["tts"] = false,
        };
        if (message.Nonce is { } nonce) shape["nonce"] = nonce.DeepClone();
        if (message.Reactions.Count > 0)
            shape["reactions"] = new JsonArray([.. message.Reactions.Select(one => Reaction(one.Key, one.Value, world.Bot.Id))]);
        if (message.ReplyTo is { } to)
            shape["message_reference"] = new JsonObject
            {
                ["type"] = 0,
                ["channel_id"] = message.ChannelId,
                ["message_id"] = to,
                ["guild_id"] = guild.Id,
            };
        if (message.AnswerTo is { } interaction) AddOrigin(shape, interaction, world);
        if (message.Flags.HasFlag(MessageFlags.HasThread) && guild.Channels.TryGetValue(message.Id, out var thread))
            shape["thread"] = ChannelShape.Of(thread, guild);
        return shape;
    }

    /// <summary>A unicode character, or <c>name:id</c> for a guild's own.</summary>
    public static JsonObject Emoji(string emoji) => emoji.Split(':') is [var name, var id]
        ? new() { ["id"] = id, ["name"] = name }
        : new() { ["id"] = null, ["name"] = emoji };

    /// <summary>What the bot receives of somebody else's message without the intent for its content.</summary>
    public static void Blank(JsonObject shape)
    {
        shape["content"] = "";
        foreach (var list in (string[])["embeds", "attachments", "components"]) shape[list] = new JsonArray();
    }

    private static JsonObject Of(Attachment file, Message message, string origin)
    {
        var url = $"{origin}/attachments/{message.ChannelId}/{file.Id}/{Uri.EscapeDataString(file.FileName)}";
        var shape = new JsonObject
        {
            ["id"] = file.Id,
            ["filename"] = file.FileName,
            ["size"] = file.Content.Length,
            ["url"] = url,
            ["proxy_url"] = url,
            ["content_type"] = file.ContentType,
        };
        if (file.Description is { } description) shape["description"] = description;
        return shape;
    }

    private static JsonObject Reaction(string emoji, List<Snowflake> by, Snowflake bot) => new()
    {
        ["emoji"] = Emoji(emoji),
        ["count"] = by.Count,
        ["count_details"] = new JsonObject { ["burst"] = 0, ["normal"] = by.Count },
        ["burst_colors"] = new JsonArray(),
        ["me_burst"] = false,
        ["me"] = by.Contains(bot),
    };

    private static void AddOrigin(JsonObject shape, Interaction interaction, World world)
    {
        shape["application_id"] = World.ApplicationId;
        shape["webhook_id"] = World.ApplicationId;
        shape["interaction_metadata"] = Metadata(interaction, world);
    }

    private static JsonObject Metadata(Interaction interaction, World world)
    {
        var shape = new JsonObject
        {
            ["id"] = interaction.Id,
            ["type"] = (int)interaction.Type,
            ["user"] = UserShape.Of(interaction.By.User),
            ["authorizing_integration_owners"] = new JsonObject { ["0"] = world.Guild.Id },
        };
        if (interaction.Type == InteractionType.MessageComponent && interaction.Message is { } pressed)
            shape["interacted_message_id"] = pressed.Id;
        if (interaction.Type == InteractionType.ModalSubmit && interaction.ModalOf is { } trigger)
            shape["triggering_interaction_metadata"] = Metadata(trigger, world);
        return shape;
    }
}
