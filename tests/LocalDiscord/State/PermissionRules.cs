namespace Sitrep.LocalDiscord.State;

/// <summary>What a member may in a channel. Source: Discord's topics/permissions, "Permission Overwrites".</summary>
internal static class PermissionRules
{
    /// <summary>The owner's and an administrator's: all bits that exist.</summary>
    public const Permission All = (Permission)((1UL << 53) - 1);

    public static Permission Of(Guild guild, Snowflake user)
    {
        if (!guild.Members.TryGetValue(user, out var member)) return Permission.None;
        if (guild.OwnerId == user) return All;
        var all = guild.Roles[guild.Id].Permissions;
        foreach (var role in member.Roles) all |= guild.Roles[role].Permissions;
        return all.HasFlag(Permission.Administrator) ? All : all;
    }

    public static Permission Of(Guild guild, Snowflake user, Channel channel)
    {
        if (channel.Type == ChannelType.DirectMessage) return All;
        var have = Of(guild, user);
        if (have == All || have == Permission.None) return have;
        // A thread has no overwrites of its own: its parent's count.
        var at = channel.IsThread && channel.ParentId is { } parent && guild.Channels.TryGetValue(parent, out var above) ? above : channel;
        var member = guild.Members[user];
        have = Apply(have, at.Overwrites.GetValueOrDefault(guild.Id));
        var roles = at.Overwrites.Values.Where(one => one.Type == 0 && member.Roles.Contains(one.Id)).ToList();
        foreach (var role in roles) have &= ~role.Deny;
        foreach (var role in roles) have |= role.Allow;
        have = Apply(have, at.Overwrites.GetValueOrDefault(user));
        // Who cannot see a channel can do nothing in it.
        return have.HasFlag(Permission.ViewChannel) ? have : Permission.None;
    }

    private static Permission Apply(Permission have, Overwrite? overwrite) =>
        overwrite is null ? have : (have & ~overwrite.Deny) | overwrite.Allow;
}
