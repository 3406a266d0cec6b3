namespace Sitrep.LocalDiscord.State;

/// <summary>The guild as the bot finds it: four people, a category, two channels and a forum.</summary>
internal static class FirstDay
{
    public static Guild Of(World world)
    {
        var people = new[] { "ana", "ben", "chen", "dora" }
            .Select(
                (name, place) =>
                    new User(new(World.ApplicationId.Value + 98 + (ulong)place), name, isBot: false)
                    {
                        GlobalName = char.ToUpperInvariant(name[0]) + name[1..],
                    })
            .ToList();
        var guild = new Guild(World.GuildId, "Operations", people[0].Id);
        guild.Roles[guild.Id] = new(guild.Id, "@everyone") { Permissions = Permission.Everyone };
        guild.Roles[World.ResponderRoleId] = new(World.ResponderRoleId, "responders") { Position = 1 };
        guild.Roles[World.BotRoleId] = new(World.BotRoleId, "sitrep")
        {
            Position = 2,
            Permissions = world.Options.BotPermissions,
            IsManaged = true,
        };
        foreach (var person in people.Append(world.Bot)) guild.Members[person.Id] = new(person, world.Now);
        guild.Members[world.Bot.Id].Roles.Add(World.BotRoleId);
        foreach (var channel in Channels()) guild.Channels[channel.Id] = channel;
        return guild;
    }

    private static IEnumerable<Channel> Channels() =>
    [
        new(World.CategoryId, ChannelType.Category, "Incidents"),
        new(World.GeneralId, ChannelType.Text, "general"),
        new(World.IncidentsId, ChannelType.Text, "incidents") { ParentId = World.CategoryId, Position = 1 },
        new(World.ForumId, ChannelType.Forum, "war-room") { ParentId = World.CategoryId, Position = 2 },
    ];
}
