using System.Text.Json.Nodes;

namespace Sitrep.LocalDiscord.State;

/// <summary>Discord's numbers.</summary>
public enum InteractionType
{
    ApplicationCommand = 2,
    MessageComponent = 3,
    Autocomplete = 4,
    ModalSubmit = 5,
}

/// <summary>Something that a person did and the bot must answer within three seconds.</summary>
public sealed class Interaction(Snowflake id, InteractionType type, Member by, Channel channel, DateTimeOffset at)
{
    /// <summary>How long Discord waits for the first answer, and how long the token lives after one.</summary>
    public static readonly TimeSpan FirstAnswer = TimeSpan.FromSeconds(3), TokenLife = TimeSpan.FromMinutes(15);

    public Snowflake Id { get; } = id;

    public InteractionType Type { get; } = type;

    public Member By { get; } = by;

    public Channel Channel { get; } = channel;

    public DateTimeOffset At { get; } = at;

    public required string Token { get; init; }

    public required JsonObject Data { get; init; }

    /// <summary>The message whose button was pressed, or that the modal belongs to.</summary>
    public Message? Message { get; init; }

    /// <summary>The modal that this one submits was shown in answer to that one.</summary>
    public Interaction? ModalOf { get; init; }

    /// <summary>4, 5, 6, 7, 8 or 9; null while nobody answered.</summary>
    public int? AnswerType { get; set; }

    public DateTimeOffset? AnsweredAt { get; set; }

    /// <summary>Choices (8) or the modal (9) as the bot sent them.</summary>
    public JsonNode? AnswerData { get; set; }

    /// <summary>What <c>@original</c> is.</summary>
    public Message? Original { get; set; }

    /// <summary>Messages sent with the token afterwards.</summary>
    internal List<Message> FollowUps { get; } = [];
}
