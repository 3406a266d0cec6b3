using Sitrep.LocalSlack.Api;
using Sitrep.LocalSlack.State;

namespace Sitrep.LocalSlack.Methods;

/// <summary>What a channel may be called. Source: the errors of <c>conversations.create</c>.</summary>
public static class ChannelNames
{
    private const int Longest = 80;
    private static readonly string[] _reserved = ["here", "everyone", "channel", "group", "all", "archive", "archived", "archives"];

    /// <summary>The name, if it may be given to a channel now. Archived channels keep theirs.</summary>
    public static string Free(Workspace workspace, Arguments arguments)
    {
        var name = arguments.Text("name")?.Trim() ?? throw new SlackRefusalException("invalid_name_required");
        if (name.Length > Longest) throw new SlackRefusalException("invalid_name_maxlength");
        if (name.All(letter => letter is '-' or '_' or '.')) throw new SlackRefusalException("invalid_name_punctuation");
        if (name.EnumerateRunes().Any(letter => !IsAllowed(letter))) throw new SlackRefusalException("invalid_name_specials");
        if (_reserved.Contains(name, StringComparer.Ordinal)) throw new SlackRefusalException("invalid_name");
        if (workspace.Channels.Values.Any(channel => channel.Kind != ConversationKind.Direct && channel.Name == name))
            throw new SlackRefusalException("name_taken");
        return name;
    }

    // Letters of scripts without cases are fine: people name channels in Japanese.
    private static bool IsAllowed(System.Text.Rune letter) =>
        letter.Value is '-' or '_'
        || System.Text.Rune.IsDigit(letter)
        || (System.Text.Rune.IsLetter(letter) && System.Text.Rune.ToLowerInvariant(letter) == letter);
}
