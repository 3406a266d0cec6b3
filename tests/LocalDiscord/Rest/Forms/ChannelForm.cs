using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Sitrep.LocalDiscord.State;

namespace Sitrep.LocalDiscord.Rest.Forms;

/// <summary>What a channel may be called and contain. Source: Discord's resources/channel and resources/guild.</summary>
internal static partial class ChannelForm
{
    public const int MaxChannels = 500, MaxChildren = 50;

    /// <summary>Refuses a form with a bad name, topic, pause or parent.</summary>
    public static void Check(JsonObject form, World world, ChannelType type, bool isNew, Channel? itself = null)
    {
        var errors = new FormErrors();
        if (isNew && form["name"] is null) errors.Required("name");
        if (isNew && !Enum.IsDefined(type))
            errors.Add("type", "BASE_TYPE_CHOICES", "Value must be one of {0, 2, 4, 5, 10, 11, 12, 13, 15}.");
        if (form.Has("name")) errors.Length("name", Name(form.Text("name") ?? "", type), 1, 100);
        errors.Length("topic", form.Text("topic"), 0, type == ChannelType.Forum ? 4096 : 1024);
        if (form.Number("rate_limit_per_user") is < 0 or > 21600)
            errors.Add("rate_limit_per_user", "NUMBER_TYPE_MAX", "int value should be less than or equal to 21600.");
        if (form.Number("auto_archive_duration") is { } minutes && minutes is not (60 or 1440 or 4320 or 10080))
            errors.Add("auto_archive_duration", "BASE_TYPE_CHOICES", "Value must be one of {4320, 10080, 60, 1440}.");
        CheckParent(form, world, itself, errors);
        errors.ThrowIfAny();
    }

    /// <summary>
    /// Text channels and forums are called as a path is: lower case, hyphens, no punctuation. Others keep what was
    /// typed.
    /// </summary>
    public static string Name(string typed, ChannelType type)
    {
        var name = typed.Trim();
        if (type is not (ChannelType.Text or ChannelType.Forum or ChannelType.Announcement)) return name;
        return Hyphens().Replace(Dropped().Replace(Spaces().Replace(name.ToLowerInvariant(), "-"), ""), "-");
    }

    /// <summary>The overwrites of a form; null where it has none.</summary>
    public static IReadOnlyList<Overwrite>? Overwrites(JsonObject form) => form.List("permission_overwrites") is null
        ? null
        : [.. form.Parts("permission_overwrites").Select(one => Overwrite(Snowflake.Read(one["id"]?.ToString()) ?? default, one))];

    public static Overwrite Overwrite(Snowflake id, JsonObject form) =>
        new(id, (int)(form.Number("type") ?? 0), Bits(form, "allow"), Bits(form, "deny"));

    /// <summary>One grants and denies only what one has: 50013.</summary>
    public static void MayGrant(World world, IEnumerable<Overwrite> overwrites, Channel? at)
    {
        var have = at is null ? PermissionRules.Of(world.Guild, world.Bot.Id) : PermissionRules.Of(world.Guild, world.Bot.Id, at);
        if (overwrites.Any(one => ((one.Allow | one.Deny) & ~have) != Permission.None)) throw Refusal.MissingPermissions;
    }

    private static void CheckParent(JsonObject form, World world, Channel? itself, FormErrors errors)
    {
        if (form["parent_id"] is not { } parent) return;
        if (world.Find(Snowflake.Read(parent.ToString())) is not { Type: ChannelType.Category } category)
            errors.Add("parent_id", "CHANNEL_PARENT_INVALID", "Category does not exist");
        else if (itself?.ParentId != category.Id
            && world.Guild.Channels.Values.Count(channel => channel.ParentId == category.Id && !channel.IsThread) >= MaxChildren)
            errors.Add("parent_id", "CHANNEL_PARENT_MAX_CHANNELS", $"Maximum number of channels in category reached ({MaxChildren})");
    }

    private static Permission Bits(JsonObject form, string name) =>
        ulong.TryParse(form[name]?.ToString(), out var bits) ? (Permission)bits : Permission.None;

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();

    // Letters of every script, digits, marks, emoji and other symbols stay; ASCII punctuation goes.
    [GeneratedRegex(@"[!-,./:-@\[-^`{-~]")]
    private static partial Regex Dropped();

    [GeneratedRegex("-{2,}")]
    private static partial Regex Hyphens();
}
