using System.Text.Json;
using System.Text.Json.Serialization;
using Sitrep.Chat.Discord.Interactions.Registration;
using Sitrep.Chat.Discord.Rest;

namespace Sitrep.Chat.Discord.Interactions;

/// <summary>
/// An interaction (docs: interactions, "Receiving and Responding"): a command, a click, a form, or the wish to complete
/// a word.
/// </summary>
internal sealed record InteractionObject(
    string Id,
    string ApplicationId,
    int Type,
    string Token,
    InteractionData? Data = null,
    string? GuildId = null,
    string? ChannelId = null,
    ChannelObject? Channel = null,
    MemberObject? Member = null,
    UserObject? User = null)
{
    /// <summary>Where it was asked; of a thread the channel above it, too.</summary>
    public ChannelRef Where => new(
        Platforms.Discord,
        ChannelId ?? "",
        Channel is { ParentId: { } parent } thread && ChannelType.IsThread(thread.Type) ? parent : null);
}

/// <summary>The choice, click or filled form.</summary>
internal sealed record InteractionData(
    string? Name = null,
    int Type = 0,
    IReadOnlyList<OptionObject>? Options = null,
    ResolvedObjects? Resolved = null,
    string? TargetId = null,
    string? CustomId = null,
    IReadOnlyList<FilledComponent>? Components = null);

/// <summary>An option with its value, or a subcommand with its options.</summary>
internal sealed record OptionObject(
    string Name,
    int Type,
    JsonElement? Value = null,
    IReadOnlyList<OptionObject>? Options = null,
    bool Focused = false);

/// <summary>People and messages that the options name by id.</summary>
internal sealed record ResolvedObjects(
    IReadOnlyDictionary<string, UserObject>? Users = null,
    IReadOnlyDictionary<string, MemberObject>? Members = null,
    IReadOnlyDictionary<string, MessageObject>? Messages = null);

/// <summary>A filled field of a form, or what holds some.</summary>
internal sealed record FilledComponent(
    int Type,
    string? CustomId = null,
    string? Value = null,
    IReadOnlyList<string>? Values = null,
    FilledComponent? Component = null,
    IReadOnlyList<FilledComponent>? Components = null)
{
    /// <summary>What was entered, with Discord's own marks for people and roles that were picked; empty for nothing.</summary>
    public string Marked => Type switch
    {
        ComponentType.UserSelect => string.Join(", ", (Values ?? []).Select(id => Snowflake.IsOne(id) ? $"<@{id}>" : id)),
        ComponentType.RoleSelect => string.Join(", ", (Values ?? []).Select(id => Snowflake.IsOne(id) ? $"<@&{id}>" : id)),
        _ => Value ?? (Values is [var chosen, ..] ? chosen : ""),
    };

    /// <summary>The fields among components and what holds them.</summary>
    public static IEnumerable<FilledComponent> Inputs(IEnumerable<FilledComponent> components) => components.SelectMany(component =>
        component.Component is { } one ? Inputs([one]) : component.Components is { } several ? Inputs(several) : [component]);
}

/// <summary>An answer with a message; without one, the wish for more time.</summary>
internal sealed record MessageCallback(int Type, MessageBody? Data);

/// <summary>An answer with suggestions.</summary>
internal sealed record ChoicesCallback(Choices Data, int Type = CallbackType.Choices);

/// <summary>Suggestions.</summary>
[method: JsonConstructor]
internal sealed record Choices([property: JsonPropertyName("choices")] IReadOnlyList<JsonElement> All);

/// <summary>An answer with a form.</summary>
internal sealed record ModalCallback(ModalBody Data, int Type = CallbackType.Modal);

/// <summary>A form.</summary>
internal sealed record ModalBody(string CustomId, string Title, IReadOnlyList<LabelBody> Components);

/// <summary>A field with its label.</summary>
internal sealed record LabelBody(string Label, FieldBody Component, int Type = 18);

/// <summary>A text (4), a choice (3), people (5) or roles (6).</summary>
internal sealed record FieldBody(
    int Type,
    string CustomId,
    bool Required,
    string? Placeholder = null,
    int? Style = null,
    string? Value = null,
    int? MaxLength = null,
    IReadOnlyList<ChoiceBody>? Options = null,
    int? MinValues = null,
    int? MaxValues = null);

/// <summary>Something to choose.</summary>
internal sealed record ChoiceBody(string Label, string Value, bool? Default = null);

/// <summary>The kinds of components that a form holds (docs: components, "Component Types").</summary>
internal static class ComponentType
{
    public const int Choice = 3;
    public const int Text = 4;
    public const int UserSelect = 5;
    public const int RoleSelect = 6;
}

/// <summary>The kinds of interactions.</summary>
internal static class InteractionType
{
    public const int Command = 2;
    public const int Click = 3;
    public const int Completion = 4;
    public const int Form = 5;
}

/// <summary>The kinds of answers.</summary>
internal static class CallbackType
{
    public const int Message = 4;
    public const int Deferred = 5;
    public const int Choices = 8;
    public const int Modal = 9;
}

/// <summary>Interactions in JSON.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(InteractionObject))]
[JsonSerializable(typeof(ModalContext))]
[JsonSerializable(typeof(MessageCallback))]
[JsonSerializable(typeof(ChoicesCallback))]
[JsonSerializable(typeof(ModalCallback))]
[JsonSerializable(typeof(IReadOnlyList<CommandBody>))]
[JsonSerializable(typeof(IReadOnlyList<RegisteredCommand>))]
[JsonSerializable(typeof(StringChoice))]
[JsonSerializable(typeof(NumberChoice))]
internal sealed partial class InteractionJson : JsonSerializerContext;
