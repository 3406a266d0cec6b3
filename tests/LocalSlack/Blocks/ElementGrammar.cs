using static Sitrep.LocalSlack.Blocks.ObjectGrammar;
using static Sitrep.LocalSlack.Blocks.Rules;

namespace Sitrep.LocalSlack.Blocks;

/// <summary>Block elements. Source: <see href="https://docs.slack.dev/reference/block-kit/block-elements"/>.</summary>
public static class ElementGrammar
{
    private static readonly Rule _placeholder = Plain(150);
    private static readonly Rule _dispatch = Shape(("trigger_actions_on", Items(Word("on_enter_pressed", "on_character_entered"), 2)));
    private static readonly Rule _filter = Shape(
        ("include", Items(Word("im", "mpim", "private", "public"), 4)),
        ("exclude_external_shared_channels", Flag),
        ("exclude_bot_users", Flag));
    private static readonly Rule _ids = Items(Text(255), 100, 0);

    private static readonly Dictionary<string, Rule> _all = new(StringComparer.Ordinal)
    {
        ["button"] = Element(
            ("text!", Plain(75)),
            ("url", Text(3000)),
            ("value", Text(2000)),
            ("style", Word("primary", "danger")),
            ("accessibility_label", Text(75))),
        ["workflow_button"] = Element(
            ("text!", Plain(75)),
            ("workflow!", Anything),
            ("style", Word("primary", "danger")),
            ("accessibility_label", Text(75))),
        ["overflow"] = Element(("options!", Items(Option, 5))),
        ["checkboxes"] = Element(("options!", Items(Option, 10)), ("initial_options", Items(Option, 10)), ("focus_on_load", Flag)),
        ["radio_buttons"] = Element(("options!", Items(Option, 10)), ("initial_option", Option), ("focus_on_load", Flag)),
        ["datepicker"] = Element(("initial_date", Text(10)), ("placeholder", _placeholder), ("focus_on_load", Flag)),
        ["timepicker"] = Element(
            ("initial_time", Text(5)),
            ("placeholder", _placeholder),
            ("timezone", Text(100)),
            ("focus_on_load", Flag)),
        ["datetimepicker"] = Element(("initial_date_time", Number), ("focus_on_load", Flag)),
        ["static_select"] = Select(("options", Options), ("option_groups", OptionGroups), ("initial_option", Option)),
        ["external_select"] = Select(("initial_option", Option), ("min_query_length", Number)),
        ["users_select"] = Select(("initial_user", Text(255))),
        ["channels_select"] = Select(("initial_channel", Text(255)), ("response_url_enabled", Flag)),
        ["conversations_select"] = Select(
            ("initial_conversation", Text(255)),
            ("default_to_current_conversation", Flag),
            ("response_url_enabled", Flag),
            ("filter", _filter)),
        ["multi_static_select"] = Select(
            ("options", Options),
            ("option_groups", OptionGroups),
            ("initial_options", Options),
            ("max_selected_items", Number)),
        ["multi_external_select"] = Select(("initial_options", Options), ("min_query_length", Number), ("max_selected_items", Number)),
        ["multi_users_select"] = Select(("initial_users", _ids), ("max_selected_items", Number)),
        ["multi_channels_select"] = Select(("initial_channels", _ids), ("max_selected_items", Number)),
        ["multi_conversations_select"] = Select(
            ("initial_conversations", _ids),
            ("default_to_current_conversation", Flag),
            ("filter", _filter),
            ("max_selected_items", Number)),
        ["plain_text_input"] = Input(("initial_value", Text(3000)), ("multiline", Flag), ("min_length", Number), ("max_length", Number)),
        ["rich_text_input"] = Input(("initial_value", Anything)),
        ["number_input"] = Input(
            ("is_decimal_allowed!", Flag),
            ("initial_value", Text(255)),
            ("min_value", Text(255)),
            ("max_value", Text(255))),
        ["email_text_input"] = Input(("initial_value", Text(3000))),
        ["url_text_input"] = Input(("initial_value", Text(3000))),
        ["file_input"] = Element(("filetypes", Items(Text(255), 100)), ("max_files", Number)),
        ["image"] = Shape(("type!", Word("image")), ("image_url", Text(3000)), ("alt_text!", Text(2000)), ("slack_file", SlackFile)),
        ["icon_button"] = Element(
            ("icon!", Text(255)),
            ("text!", Plain(75)),
            ("value", Text(2000)),
            ("accessibility_label", Text(75)),
            ("visible_to_user_ids", _ids)),
        ["feedback_buttons"] = Element(("positive_button!", Feedback), ("negative_button!", Feedback)),
        ["plain_text"] = Plain(3000),
        ["mrkdwn"] = PlainOrMarkdown(3000),
    };

    private static readonly string[] _inputs =
    [
        "plain_text_input",
        "rich_text_input",
        "number_input",
        "email_text_input",
        "url_text_input",
        "file_input",
        "checkboxes",
        "radio_buttons",
        "datepicker",
        "timepicker",
        "datetimepicker",
        "static_select",
        "external_select",
        "users_select",
        "channels_select",
        "conversations_select",
        "multi_static_select",
        "multi_external_select",
        "multi_users_select",
        "multi_channels_select",
        "multi_conversations_select",
    ];

    private static readonly string[] _clickable =
    [
        "button",
        "workflow_button",
        "overflow",
        "checkboxes",
        "radio_buttons",
        "datepicker",
        "timepicker",
        "datetimepicker",
        "static_select",
        "external_select",
        "users_select",
        "channels_select",
        "conversations_select",
        "multi_static_select",
        "multi_external_select",
        "multi_users_select",
        "multi_channels_select",
        "multi_conversations_select",
        "plain_text_input",
        "number_input",
        "email_text_input",
        "url_text_input",
        "rich_text_input",
    ];

    /// <summary>What an input block may hold.</summary>
    public static Rule InInput { get; } = Only(_inputs);

    /// <summary>What an actions block may hold.</summary>
    public static Rule InActions { get; } = Only(_clickable);

    /// <summary>What may stand beside a section's text.</summary>
    public static Rule InSection { get; } = Only([.. _clickable, "image"]);

    public static Rule InContext { get; } = Only(["image", "plain_text", "mrkdwn"]);

    public static Rule InContextActions { get; } = Only(["icon_button", "feedback_buttons"]);

    private static Rule Feedback => Shape(("text!", Plain(75)), ("value!", Text(2000)), ("accessibility_label", Text(75)));

    private static Rule Only(IEnumerable<string> types) =>
        ByType(types.ToDictionary(type => type, type => _all[type], StringComparer.Ordinal));

    private static Rule Element(params (string Name, Rule Rule)[] fields) =>
        Shape([("type!", Text(255)), ("action_id", Text(255)), ("confirm", Confirm), .. fields]);

    private static Rule Select(params (string Name, Rule Rule)[] fields) =>
        Element([("placeholder", _placeholder), ("focus_on_load", Flag), .. fields]);

    private static Rule Input(params (string Name, Rule Rule)[] fields) =>
        Element([("placeholder", _placeholder), ("focus_on_load", Flag), ("dispatch_action_config", _dispatch), .. fields]);
}
