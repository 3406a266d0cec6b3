using Sitrep.Chat.Effects;
using Sitrep.Storage;

namespace Sitrep.Chat.Discord.Interactions;

/// <summary>Commands too long for a button's id, by their hash. The same command is kept once.</summary>
internal sealed class StoredCustomIds(WriteQueue writes, IStore store, TimeProvider clock)
{
    // Nobody clicks a question that is this old, and an incident's own buttons are short.
    private static readonly TimeSpan _kept = TimeSpan.FromDays(30);

    /// <summary>Keeps what the buttons of a message cannot carry; on the disk before anybody can click.</summary>
    public Task KeepAsync(Message message) => KeepAsync(message.Buttons.Select(button => button.Command));

    /// <summary>Keeps those that an id cannot carry.</summary>
    public async Task KeepAsync(IEnumerable<string> all)
    {
        var commands = all.Where(CustomId.IsLong).ToList();
        if (commands.Count == 0) return;
        var now = clock.GetUtcNow();
        await writes.RunAsync(transaction =>
        {
            transaction.Run("delete from long_commands where kept_at < $1", Instants.ToText(now - _kept));
            foreach (var command in commands)
                transaction.Run(
                    "insert into long_commands (hash, command, kept_at) values ($1, $2, $3) on conflict (hash) do update set kept_at = $3",
                    CustomId.Hash(command),
                    command,
                    Instants.ToText(now));
            return 0;
        });
    }

    /// <summary>The command; null where it is not kept any more.</summary>
    public string? Find(string hash)
    {
        using var connection = store.Open();
        return connection.QuerySingleOrDefault<string>("select command from long_commands where hash = @hash", new { hash });
    }
}
