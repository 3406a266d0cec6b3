namespace Sitrep.LocalDiscord.State;

/// <summary>A person, or the bot.</summary>
public sealed class User(Snowflake id, string username, bool isBot)
{
    public Snowflake Id { get; } = id;

    public string Username { get; } = username;

    public string? GlobalName { get; set; }

    public bool IsBot { get; } = isBot;

    /// <summary>Whether a message from the bot reaches them outside the guild; refused with 50007 otherwise.</summary>
    public bool AcceptsDirectMessages { get; set; } = true;
}

/// <summary>A role; the one with the guild's own id is everybody's.</summary>
public sealed class Role(Snowflake id, string name)
{
    public Snowflake Id { get; } = id;

    public string Name { get; } = name;

    public Permission Permissions { get; set; }

    public int Position { get; set; }

    public bool IsMentionable { get; set; }

    /// <summary>Made for the bot when it was invited.</summary>
    public bool IsManaged { get; init; }
}

/// <summary>A user in the guild.</summary>
public sealed class Member(User user, DateTimeOffset joinedAt)
{
    public User User { get; } = user;

    public DateTimeOffset JoinedAt { get; } = joinedAt;

    public string? Nick { get; set; }

    internal HashSet<Snowflake> Roles { get; } = [];
}

/// <summary>A server, as people call it.</summary>
public sealed class Guild(Snowflake id, string name, Snowflake ownerId)
{
    public Snowflake Id { get; } = id;

    public string Name { get; } = name;

    public Snowflake OwnerId { get; } = ownerId;

    internal Dictionary<Snowflake, Role> Roles { get; } = [];

    internal Dictionary<Snowflake, Member> Members { get; } = [];

    /// <summary>Channels and threads.</summary>
    internal Dictionary<Snowflake, Channel> Channels { get; } = [];
}
