namespace Sitrep.Commands.Grammar;

/// <summary>A moment that was read, or the answer that asks for it.</summary>
internal abstract record MomentRead
{
    private MomentRead()
    {
    }

    /// <summary>The moment is known.</summary>
    /// <param name="Moment">The moment, UTC.</param>
    /// <param name="Typed">As typed; null where nothing was typed and it is now.</param>
    /// <param name="Remark">Something to say about it; null for nothing.</param>
    /// <param name="Approximate">Whether people said it was about then.</param>
    public sealed record Understood(DateTimeOffset Moment, string? Typed, string? Remark, bool Approximate) : MomentRead
    {
        /// <summary>The end of a span, UTC; null for a moment.</summary>
        public DateTimeOffset? Until { get; init; }
    }

    /// <summary>The moment is not known.</summary>
    /// <param name="Answer">The refusal, with a button for each thing that could have been meant.</param>
    public sealed record Unclear(Decision Answer) : MomentRead;
}
