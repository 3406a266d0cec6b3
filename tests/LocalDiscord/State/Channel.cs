using System.Text.Json.Nodes;

namespace Sitrep.LocalDiscord.State;

/// <summary>Discord's numbers.</summary>
public enum ChannelType
{
    Text = 0,
    DirectMessage = 1,
    Voice = 2,
    Category = 4,
    Announcement = 5,
    AnnouncementThread = 10,
    PublicThread = 11,
    PrivateThread = 12,
    Forum = 15,
}

/// <summary>What a role (type 0) or a member (type 1) is allowed or denied in one channel.</summary>
public sealed record Overwrite(Snowflake Id, int Type, Permission Allow, Permission Deny);

/// <summary>A channel, a category, a thread or a forum.</summary>
public sealed class Channel(Snowflake id, ChannelType type, string name)
{
    public Snowflake Id { get; } = id;

    public ChannelType Type { get; } = type;

    public string Name { get; set; } = name;

    public string? Topic { get; set; }

    public Snowflake? ParentId { get; set; }

    public int Position { get; set; }

    /// <summary>Seconds between two messages of one person.</summary>
    public int SlowMode { get; set; }

    internal Dictionary<Snowflake, Overwrite> Overwrites { get; } = [];

    /// <summary>Oldest first; ephemeral ones among them.</summary>
    internal List<Message> Messages { get; } = [];

    public DateTimeOffset? LastPinAt { get; set; }

    /// <summary>Set on threads alone.</summary>
    public ThreadMetadata? Thread { get; init; }

    /// <summary>A forum's tags, or those that a post carries (ids).</summary>
    public JsonArray Tags { get; set; } = [];

    /// <summary>Who is on the other side of a direct message.</summary>
    public User? Recipient { get; init; }

    public bool IsThread => Thread is not null;

    public bool TakesMessages => Type is not (ChannelType.Category or ChannelType.Forum);

    /// <summary>What everybody who may see the channel sees.</summary>
    public IEnumerable<Message> Shown => Messages.Where(message => message.EphemeralTo is null);
}

/// <summary>What a thread has beyond a channel.</summary>
public sealed class ThreadMetadata(Snowflake ownerId, DateTimeOffset createdAt)
{
    public Snowflake OwnerId { get; } = ownerId;

    public DateTimeOffset CreatedAt { get; } = createdAt;

    public bool IsArchived { get; set; }

    public bool IsLocked { get; set; }

    public DateTimeOffset ArchiveChangedAt { get; set; } = createdAt;

    public DateTimeOffset LastActiveAt { get; set; } = createdAt;

    /// <summary>60, 1440, 4320 or 10080.</summary>
    public int AutoArchiveMinutes { get; set; } = 4320;

    public int TotalSent { get; set; }

    internal Dictionary<Snowflake, DateTimeOffset> Members { get; } = [];
}
