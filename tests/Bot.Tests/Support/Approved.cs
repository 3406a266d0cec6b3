using System.Text.Encodings.Web;
using System.Text.Json;

namespace Sitrep.Tests.Support;

/// <summary>What people and platforms see of the bot, beside the file in which it was approved.</summary>
internal static class Approved
{
    private static readonly JsonSerializerOptions _readable = new()
    {
        WriteIndented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>Compares with <c>folder/name.approved.txt</c>. To approve: copy the received file over it in the sources.</summary>
    public static void Is(string folder, string name, string received)
    {
        var approved = Path.Combine(AppContext.BaseDirectory, folder, name + ".approved.txt");
        Directory.CreateDirectory(Path.GetDirectoryName(approved)!);
        File.WriteAllText(Path.Combine(AppContext.BaseDirectory, folder, name + ".received.txt"), received);
        Assert.Equal(File.Exists(approved) ? File.ReadAllText(approved).ReplaceLineEndings("\n") : "", received);
    }

    /// <summary>JSON with a line for each value.</summary>
    public static string Lines(JsonElement json) => JsonSerializer.Serialize(json, _readable) + "\n";

    /// <summary>The same for JSON in a text.</summary>
    public static string Lines(string json) => Lines(JsonElement.Parse(json));
}
