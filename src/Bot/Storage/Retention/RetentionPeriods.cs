namespace Sitrep.Storage.Retention;

/// <summary>How long the bot's own records are kept. What people wrote is kept for ever.</summary>
/// <param name="Deliveries">What was received and the answer it got: a repeat within this time gets the same one. Null for ever.</param>
/// <param name="Outbox">What was sent. Null for ever.</param>
internal sealed record RetentionPeriods(TimeSpan? Deliveries, TimeSpan? Outbox)
{
    /// <summary>Platforms repeat within a day; a quarter and a year are what an audit asks for.</summary>
    public static readonly RetentionPeriods Default = new(TimeSpan.FromDays(90), TimeSpan.FromDays(365));
}
