using System.Text.Json.Nodes;
using Sitrep.LocalDiscord.State;

namespace Sitrep.LocalDiscord.Rest.Forms;

/// <summary>A message as a request describes it, held to Discord's limits. Source: Discord's resources/message.</summary>
internal sealed class MessageForm
{
    public const int MaxContent = 2000, MaxEmbeds = 10, MaxFiles = 10;

    private readonly JsonObject _form;

    /// <summary>Reads a form, or refuses it with everything that is wrong in it.</summary>
    /// <param name="form">The request's body.</param>
    /// <param name="files">What came with it.</param>
    /// <param name="at">Where the form lies in the request, like <c>data.</c> in an interaction's answer.</param>
    public MessageForm(JsonObject form, IReadOnlyList<UploadedFile> files, string at = "")
    {
        _form = form;
        Files = files;
        var errors = new FormErrors();
        errors.Length(at + "content", Content, 0, MaxContent);
        errors.Count(at + "embeds", Embeds, 0, MaxEmbeds);
        EmbedLimits.Check(Embeds, at + "embeds", errors);
        ComponentLimits.Check(Components, at + "components", errors, Flags.HasFlag(MessageFlags.IsComponentsV2));
        CheckAllowedMentions(at + "allowed_mentions", errors);
        if (form["nonce"] is { } nonce && nonce.ToString().Length > 25)
            errors.Add(at + "nonce", "NONCE_TYPE_TOO_LONG", "Must be 25 or fewer in length.");
        if (files.Count > MaxFiles) errors.Add(at + "attachments", "BASE_TYPE_MAX_LENGTH", $"Must be {MaxFiles} or fewer in length.");
        if (Flags.HasFlag(MessageFlags.IsComponentsV2) && (!string.IsNullOrEmpty(Content) || Embeds is { Count: > 0 }))
            errors.Add(
                at + "content",
                "MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2",
                "The 'content' and 'embeds' fields cannot be used when using MessageFlags.IS_COMPONENTS_V2");
        errors.ThrowIfAny();
    }

    public string? Content => _form.Text("content");

    public JsonArray? Embeds => _form.List("embeds");

    public JsonArray? Components => _form.List("components");

    public JsonNode? AllowedMentions => _form.Part("allowed_mentions");

    public JsonNode? Nonce => _form["nonce"];

    public bool EnforcesNonce => _form.Flag("enforce_nonce");

    public IReadOnlyList<UploadedFile> Files { get; }

    public MessageFlags Flags => (MessageFlags)(_form.Number("flags") ?? 0);

    public Snowflake? ReplyTo => Snowflake.Read(_form.Part("message_reference")?["message_id"]?.ToString());

    public bool MustReply =>
        _form.Part("message_reference") is not { } reference
        || !reference.Has("fail_if_not_exists")
        || reference.Flag("fail_if_not_exists");

    /// <summary>Whether the request speaks of a field at all: what an edit leaves out stays.</summary>
    public bool Has(string field) => _form.ContainsKey(field);

    public bool IsEmpty =>
        string.IsNullOrWhiteSpace(Content)
        && Embeds is not { Count: > 0 }
        && Components is not { Count: > 0 }
        && Files.Count == 0
        && _form.List("sticker_ids") is not { Count: > 0 }
        && _form.Part("poll") is null;

    /// <summary>Ids of attachments that an edit keeps; null where it does not speak of them.</summary>
    public IReadOnlyList<Snowflake>? KeptAttachments => _form.List("attachments") is { } list
        ? [.. list.Select(one => Snowflake.Read(one?["id"]?.ToString())).OfType<Snowflake>()]
        : null;

    /// <summary>What the text says, for mentions: embeds notify nobody, text components do.</summary>
    public string SpokenText => string.Join('\n', [Content ?? "", .. ComponentLimits.Texts(Components)]);

    /// <summary>The description that <c>attachments[n]</c> gives <c>files[n]</c>.</summary>
    public string? DescriptionOf(UploadedFile file) => _form.Parts("attachments")
        .FirstOrDefault(one => $"files[{one["id"]}]" == file.Field)?.Text("description");

    private void CheckAllowedMentions(string at, FormErrors errors)
    {
        foreach (var kind in (string[])["users", "roles"])
        {
            if (AllowedMentions.List(kind) is not { Count: > 0 } ids) continue;
            if (ids.Count > 100) errors.Add($"{at}.{kind}", "BASE_TYPE_MAX_LENGTH", "Must be 100 or fewer in length.");
            if (AllowedMentions.List("parse")?.Any(one => one?.ToString() == kind) == true)
                errors.Add(
                    at,
                    "MESSAGE_ALLOWED_MENTIONS_PARSE_EXCLUSIVE",
                    $"parse:[\"{kind}\"] and {kind}: [ids...] are mutually exclusive.");
        }
    }
}
