using Sitrep.Storage.Rows;

namespace Sitrep.Chat.Discord.Interactions;

/// <summary>
/// What a button carries: the command itself, so that it works after a restart. Discord takes 100 characters and no two
/// alike in a message; a longer command is kept in the database under its hash.
/// </summary>
internal static class CustomId
{
    private const int Longest = 100;
    private const char Kept = '#';

    /// <summary>The id of a message's button.</summary>
    /// <param name="place">The button's place, which makes it unique.</param>
    /// <param name="command">The command, with its slash.</param>
    public static string Of(int place, string command) =>
        IsLong(command) ? $"{place}{Kept}{KeptTexts.Hash(command)}" : $"{place}{command}";

    /// <summary>Whether a command must be kept.</summary>
    public static bool IsLong(string command) => command.Length > Longest - 2 || command is not ['/', ..];

    /// <summary>The command in an id, or the hash of one that was kept; both null where the id is not the bot's.</summary>
    public static (string? Command, string? Hash) Read(string id)
    {
        var rest = id.AsSpan().TrimStart("0123456789");
        return rest switch
        {
            ['/', ..] => (rest.ToString(), null),
            [Kept, ..] => (null, rest[1..].ToString()),
            _ => (null, null),
        };
    }
}
