using Sitrep.Chat.Effects;
using Sitrep.Storage.Rows;

namespace Sitrep.Chat.Discord.Interactions;

/// <summary>Commands too long for a button's id.</summary>
internal sealed class StoredCustomIds(KeptTexts kept)
{
    /// <summary>Keeps what the buttons of a message cannot carry; on the disk before anybody can click.</summary>
    public Task KeepAsync(Message message) => KeepAsync(message.Buttons.Select(button => button.Command));

    /// <summary>Keeps those that an id cannot carry.</summary>
    public Task KeepAsync(IEnumerable<string> all) => kept.KeepAsync([.. all.Where(CustomId.IsLong)]);

    /// <summary>The command; null where it is not kept any more.</summary>
    public string? Find(string hash) => kept.Find(hash);
}
