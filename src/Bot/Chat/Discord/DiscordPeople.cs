using Sitrep.Chat.Discord.Rest;
using Sitrep.Incidents;

namespace Sitrep.Chat.Discord;

/// <summary>Discord's accounts as people.</summary>
internal static class DiscordPeople
{
    /// <summary>Somebody of whom Discord does not say who it was.</summary>
    public static Person Somebody { get; } = Person.Named(Platforms.Discord, "somebody");

    /// <summary>An account of Discord's.</summary>
    public static Person Of(string id, string name) => new(Platforms.Discord, id, name);

    /// <summary>A user by the name that people of the server see.</summary>
    public static Person Of(UserObject? user, string? nick) =>
        user is null ? Somebody : Of(user.Id, nick ?? user.GlobalName ?? (user.Username.Length > 0 ? user.Username : user.Id));

    /// <summary>Whether Discord would find somebody: an account of its own, known by more than a typed name.</summary>
    public static bool Knows(Person person) => person.Platform == Platforms.Discord && Snowflake.IsOne(person.Id);
}
