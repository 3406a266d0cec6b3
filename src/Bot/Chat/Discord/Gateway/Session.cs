namespace Sitrep.Chat.Discord.Gateway;

/// <summary>The session's state; it outlives the connection.</summary>
internal sealed class Session
{
    /// <summary>Its id; null where none was begun.</summary>
    public string? Id { get; private set; }

    /// <summary>The place to go on with it.</summary>
    public Uri? ResumeUrl { get; private set; }

    /// <summary>The last sequence number seen.</summary>
    public long? Sequence { get; private set; }

    /// <summary>Whether it can be gone on with.</summary>
    public bool CanResume => Id is not null && ResumeUrl is not null && Sequence is not null;

    /// <summary>It was begun.</summary>
    public void Begin(Ready ready)
    {
        Id = ready.SessionId;
        ResumeUrl = Uri.TryCreate(ready.ResumeGatewayUrl, UriKind.Absolute, out var url) && url.Scheme is "ws" or "wss" ? url : null;
    }

    /// <summary>A dispatch was seen.</summary>
    public void Saw(long? sequence)
    {
        if (sequence > (Sequence ?? -1)) Sequence = sequence;
    }

    /// <summary>It is gone.</summary>
    public void Forget()
    {
        Id = null;
        ResumeUrl = null;
        Sequence = null;
    }
}
