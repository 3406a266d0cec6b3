namespace Sitrep.Incidents;

/// <summary>How a channel got out of the bot's reach.</summary>
internal enum ChannelLoss
{
    /// <summary>Somebody archived it.</summary>
    Archived,

    /// <summary>Somebody deleted it.</summary>
    Deleted,

    /// <summary>Somebody removed the bot from it, and it may not come back by itself.</summary>
    Removed,

    /// <summary>Somebody took the bot's right to see it or to write there.</summary>
    Barred,
}
