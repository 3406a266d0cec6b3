namespace Sitrep.LocalDiscord.Gateway;

/// <summary>Why the server hangs up. Source: Discord's topics/opcodes-and-status-codes, "Gateway Close Event Codes".</summary>
internal sealed record CloseCode(int Code, string Reason)
{
    public static readonly CloseCode UnknownError = new(4000, "Unknown error."), UnknownOpcode = new(4001, "Unknown opcode."),
        DecodeError = new(4002, "Error while decoding payload."), NotAuthenticated = new(4003, "Not authenticated."),
        AuthenticationFailed = new(4004, "Authentication failed."), AlreadyAuthenticated = new(4005, "Already authenticated."),
        InvalidSequence = new(4007, "Invalid seq."), RateLimited = new(4008, "You are being rate limited."),
        TimedOut = new(4009, "Session timed out."), InvalidShard = new(4010, "Invalid shard."),
        InvalidVersion = new(4012, "Invalid API version."), InvalidIntents = new(4013, "Invalid intent(s)."),
        DisallowedIntents = new(4014, "Disallowed intent(s).");

    /// <summary>Whether the session is gone with the connection.</summary>
    public bool EndsSession => Code is 4003 or 4004 or 4007 or 4009 or (>= 4010 and <= 4014) or 1000 or 1001;
}
