using Sitrep.Chat.Slack.Receiving;

namespace Sitrep.Chat.Slack.Http;

/// <summary>The content of a form from Slack.</summary>
/// <param name="Command">A slash command; null where it is none.</param>
/// <param name="Payload">An interaction as JSON; null where it is none.</param>
/// <param name="IsCheck">Whether Slack only checks the certificate.</param>
internal readonly record struct SlackForm(SlashCommand? Command, string? Payload, bool IsCheck)
{
    /// <summary>Reads one; its bytes are decoded in place.</summary>
    public static SlackForm Read(Span<byte> body)
    {
        string? command = null, text = null, channel = null, user = null, name = null, trigger = null, address = null, payload = null;
        var check = false;
        var fields = new FormFields(body);
        while (fields.Next())
        {
            if (fields.Name.SequenceEqual("command"u8)) command = fields.Text();
            else if (fields.Name.SequenceEqual("text"u8)) text = fields.Text();
            else if (fields.Name.SequenceEqual("channel_id"u8)) channel = fields.Text();
            else if (fields.Name.SequenceEqual("user_id"u8)) user = fields.Text();
            else if (fields.Name.SequenceEqual("user_name"u8)) name = fields.Text();
            else if (fields.Name.SequenceEqual("trigger_id"u8)) trigger = fields.Text();
            else if (fields.Name.SequenceEqual("response_url"u8)) address = fields.Text();
            else if (fields.Name.SequenceEqual("payload"u8)) payload = fields.Text();
            else if (fields.Name.SequenceEqual("ssl_check"u8)) check = fields.Text() == "1";
        }

        return check
            ? new(null, null, IsCheck: true)
            : new(SlashCommand.Of(command, text, channel, user, name, trigger, address), payload, IsCheck: false);
    }
}
