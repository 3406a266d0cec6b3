using System.Globalization;
using Sitrep.Chat.Discord.Rest;

namespace Sitrep.Chat.Discord;

/// <summary>The bot's rights in the server and in one channel (docs: topics, "Permissions", Permission Overwrites).</summary>
internal sealed class PermissionCalculator(DiscordRest rest, DiscordServer server)
{
    private const int Role = 0;
    private const long Everything = long.MaxValue;

    /// <summary>Its rights as bits, before any channel's own; all of them for an administrator.</summary>
    public async Task<long> EverywhereAsync(CancellationToken cancellation)
    {
        var (guild, roles) = await MineAsync(cancellation);
        return await EverywhereAsync(guild, roles, cancellation);
    }

    /// <summary>Its rights in a channel or a thread; none where it cannot see it.</summary>
    public async Task<long> InAsync(string channel, CancellationToken cancellation)
    {
        var answer = await rest.SendAsync(RestRoute.Get("channels/{}", channel), null, cancellation);
        if (answer.Error is not null) return 0;
        var at = answer.Read(DiscordJson.Default.ChannelObject);
        // A thread has no rights of its own: its parent's count.
        if (at.Type is ChannelType.PublicThread or ChannelType.PrivateThread && at.ParentId is { } parent)
            return await InAsync(parent, cancellation);
        var (guild, roles) = await MineAsync(cancellation);
        var have = await EverywhereAsync(guild, roles, cancellation);
        if (have == Everything) return have;
        var own = at.PermissionOverwrites ?? [];
        var me = await server.UserIdAsync(cancellation);
        have = Apply(have, own.Where(one => one.Id == guild));
        have = Apply(have, own.Where(one => one.Type == Role && one.Id != guild && roles.Contains(one.Id, StringComparer.Ordinal)));
        return Apply(have, own.Where(one => one.Type != Role && one.Id == me));
    }

    private async Task<(string Guild, IReadOnlyList<string> Roles)> MineAsync(CancellationToken cancellation)
    {
        var guild = await server.GuildIdAsync(cancellation);
        var me = (
            await rest.SendAsync(
                RestRoute.Get("guilds/{}/members/{}", guild, await server.UserIdAsync(cancellation)),
                null,
                cancellation)).Read(DiscordJson.Default.MemberObject);
        return (guild, me.Roles ?? []);
    }

    // The role of everybody has the server's own id.
    private async Task<long> EverywhereAsync(string guild, IReadOnlyList<string> mine, CancellationToken cancellation)
    {
        var roles = (await rest.SendAsync(RestRoute.Get("guilds/{}/roles", guild), null, cancellation)).Read(
            DiscordJson.Default.IReadOnlyListRoleObject);
        var have = roles
            .Where(role => role.Id == guild || mine.Contains(role.Id, StringComparer.Ordinal))
            .Aggregate(0L, (bits, role) => bits | Bits(role.Permissions));
        return (have & Permissions.Administrator) != 0 ? Everything : have;
    }

    // Of several roles' words, what one allows stands above what another denies.
    private static long Apply(long have, IEnumerable<OverwriteObject> overwrites)
    {
        var all = overwrites.ToList();
        return (have & ~all.Aggregate(0L, (bits, one) => bits | Bits(one.Deny))) | all.Aggregate(0L, (bits, one) => bits | Bits(one.Allow));
    }

    private static long Bits(string text) => long.TryParse(text, CultureInfo.InvariantCulture, out var bits) ? bits : 0;
}
