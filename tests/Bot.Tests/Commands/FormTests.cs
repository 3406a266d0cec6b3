using System.Buffers;
using System.Text;
using System.Text.Json;
using Sitrep.Chat.Discord.Interactions;
using Sitrep.Chat.Effects;
using Sitrep.Chat.Slack.Blocks;
using Sitrep.Storage;
using Sitrep.Tests.Support;

namespace Sitrep.Tests.Commands;

public sealed class FormTests
{
    [Fact]
    public async Task The_forms_are_what_was_approved_on_every_platform()
    {
        await using var bot = new TestBot();
        var channel = await bot.Declare();
        await bot.Type("li", "/timeline 13:40 the pool was exhausted #finding", channel);
        await bot.Type("li", "/timeline 13:50 rolled back the api #mitigation", channel);
        var received = new StringBuilder();
        foreach (var typed in (string[])["/incident start", "/escalate", "/incident update", "/incident close ask"])
        {
            var form = (await bot.Type("ana", typed, channel)).Form!;
            received
                .Append(typed)
                .Append('\n')
                .Append("kept, and in the built-in chat: ")
                .Append(
                    Approved.Lines(
                        JsonSerializer.SerializeToElement(
                            new Reply(Message.Of(Sitrep.Prose.Line.Empty), Form: form),
                            StorageJson.Default.Reply)))
                .Append("Slack: ")
                .Append(Approved.Lines(OnSlack(form)))
                .Append("Discord: ")
                .Append(
                    Approved.Lines(
                        JsonSerializer.SerializeToElement(Modal.Of(form, new(form.Command, null)), InteractionJson.Default.ModalCallback)));
        }

        Approved.Is("Commands", "forms", received.ToString());
    }

    private static string OnSlack(Form form)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer)) ModalView.Write(json, form, new(form.Command, "C1"));
        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }
}
