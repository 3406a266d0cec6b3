using Sitrep.Chat.Effects;
using Sitrep.Incidents;
using Sitrep.Prose;

namespace Sitrep.Commands;

/// <summary>Every consequence of a command, in one value. Nothing else happens.</summary>
/// <param name="Reply">The direct answer.</param>
internal sealed record Decision(Reply Reply)
{
    /// <summary>The changes, in order.</summary>
    public IReadOnlyList<IncidentChange> Changes { get; init; } = [];

    /// <summary>The effects, in order.</summary>
    public IReadOnlyList<Effect> Effects { get; init; } = [];

    /// <summary>Timers to set.</summary>
    public IReadOnlyList<IncidentTimer> Timers { get; init; } = [];

    /// <summary>Timers to take away, by key.</summary>
    public IReadOnlyList<string> ClearedTimers { get; init; } = [];

    /// <summary>Timers to keep without firing them, by key: this version does not know what they are for.</summary>
    public IReadOnlyList<string> ParkedTimers { get; init; } = [];

    /// <summary>Messages whose ids were learnt.</summary>
    public IReadOnlyList<KeyedMessage> Messages { get; init; } = [];

    /// <summary>Why nothing was done; null where something was, or where a question was asked instead.</summary>
    public Refusal? Refusal { get; init; }

    /// <summary>Nothing changes, and nobody waits for an answer.</summary>
    public static Decision Nothing { get; } = new(Reply.Nothing);

    /// <summary>An answer that changes nothing, because nothing was asked to change.</summary>
    public static Decision Say(Message message, Incident? about = null) =>
        new(new Reply(message, Incident: about?.Id, Channel: about?.ChannelName));

    /// <summary>An answer that changes nothing.</summary>
    public static Decision Say(Line line, Incident? about = null) => Say(Message.Of(line), about);

    /// <summary>A refusal. <see cref="Wording.RefusalEcho"/> completes its answer with what was typed.</summary>
    /// <param name="reason">The reason and the next step.</param>
    /// <param name="text">The part of the typed text that it is about; empty where that is all of it, or nothing.</param>
    /// <param name="buttons">What can be done instead.</param>
    public static Decision Refuse(Line reason, string text = "", params ReadOnlySpan<Button> buttons) =>
        new(new Reply(Message.Of(reason.Then(Line.Of($" Nothing was changed."))).With([.. buttons]), Refused: true))
        {
            Refusal = new(text.Trim()),
        };

    /// <summary>The same refusal, of one part of the command: a form shows it at that part's field.</summary>
    public Decision At(string part) => this with { Refusal = new(Refusal?.Text ?? "", part) };

    /// <summary>A question with fields, instead of an answer.</summary>
    public static Decision Ask(Line why, Form form) => new(new Reply(Message.Of(why), Refused: true, Form: form));

    /// <summary>A change to an incident, and the answer to it.</summary>
    public static Decision Change(Incident after, Line answer, params ReadOnlySpan<IncidentChange> changes) =>
        new(new Reply(Message.Of(answer), Incident: after.Id, Channel: after.ChannelName)) { Changes = [.. changes] };

    /// <summary>The same with buttons under the answer.</summary>
    public Decision With(params ReadOnlySpan<Button> buttons) =>
        this with { Reply = Reply with { Message = Reply.Message.With([.. buttons]) } };

    /// <summary>The same with another line in the answer.</summary>
    public Decision Adding(Line line) =>
        this with { Reply = Reply with { Message = Reply.Message with { Blocks = [.. Reply.Message.Blocks, new Paragraph(line)] } } };

    /// <summary>Both decisions, this one's consequences first; the answer is this one's.</summary>
    public Decision And(Decision other) => this with
    {
        Changes = [.. Changes, .. other.Changes],
        Effects = [.. Effects, .. other.Effects],
        Timers = [.. Timers, .. other.Timers],
        ClearedTimers = [.. ClearedTimers, .. other.ClearedTimers],
        ParkedTimers = [.. ParkedTimers, .. other.ParkedTimers],
    };

    /// <summary>The same with a message in the incident's channel.</summary>
    /// <param name="incident">The incident.</param>
    /// <param name="line">What it says.</param>
    /// <param name="key">The name by which it is brought up to date later; null where it stays as it is.</param>
    public Decision Posting(Incident incident, Line line, string? key = null) =>
        this with { Effects = [.. Effects, new PostMessage(Destination.Of(incident), Message.Of(line), key) { IsLine = true }] };
}
