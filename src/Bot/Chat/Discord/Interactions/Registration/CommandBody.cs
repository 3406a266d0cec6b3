namespace Sitrep.Chat.Discord.Interactions.Registration;

/// <summary>A command as it is registered (docs: interactions, "Application Commands").</summary>
internal sealed record CommandBody(
    string Name,
    int Type,
    string? Description = null,
    IReadOnlyList<OptionBody>? Options = null,
    long? DefaultMemberPermissions = null,
    IReadOnlyList<int>? Contexts = null,
    IReadOnlyList<int>? IntegrationTypes = null);

/// <summary>A subcommand, a group of them, or an option.</summary>
internal sealed record OptionBody(
    int Type,
    string Name,
    string Description,
    bool? Required = null,
    bool? Autocomplete = null,
    IReadOnlyList<StringChoice>? Choices = null,
    IReadOnlyList<OptionBody>? Options = null,
    int? MinValue = null,
    int? MaxLength = null);

/// <summary>A command as Discord knows it.</summary>
internal sealed record RegisteredCommand(string Id, string Name);

/// <summary>Words to choose.</summary>
internal sealed record StringChoice(string Name, string Value);

/// <summary>A number to choose.</summary>
internal sealed record NumberChoice(string Name, long Value);
