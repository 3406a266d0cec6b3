using System.Security.Cryptography;
using System.Text;

namespace Sitrep.Storage.Rows;

/// <summary>Texts that a platform is to give back and that are too long for it, by their hash. The same text is kept once.</summary>
internal sealed class KeptTexts(WriteQueue writes, IStore store, TimeProvider clock)
{
    // Nobody clicks a question that is this old, and an incident's own buttons are short.
    private static readonly TimeSpan _kept = TimeSpan.FromDays(30);

    /// <summary>The name under which a text is kept.</summary>
    public static string Hash(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    /// <summary>Keeps texts; they are on the disk once it returns.</summary>
    public async Task KeepAsync(IReadOnlyList<string> texts)
    {
        if (texts.Count == 0) return;
        var now = clock.GetUtcNow();
        await writes.RunAsync(transaction =>
        {
            transaction.Run("delete from long_commands where kept_at < $1", Instants.ToText(now - _kept));
            foreach (var text in texts)
                transaction.Run(
                    "insert into long_commands (hash, command, kept_at) values ($1, $2, $3) on conflict (hash) do update set kept_at = $3",
                    Hash(text),
                    text,
                    Instants.ToText(now));
            return 0;
        });
    }

    /// <summary>The text; null where it is not kept any more.</summary>
    public string? Find(string hash)
    {
        using var connection = store.Open();
        return connection.QuerySingleOrDefault<string>("select command from long_commands where hash = @hash", new { hash });
    }
}
