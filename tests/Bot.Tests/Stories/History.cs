using FsCheck;
using FsCheck.Fluent;

namespace Sitrep.Tests.Stories;

/// <summary>One thing that somebody does in a history.</summary>
/// <param name="What">What.</param>
/// <param name="Who">Who: ana, ben or li.</param>
/// <param name="Number">The entry it is about, where it is about one.</param>
/// <param name="Word">What makes its words its own.</param>
public sealed record Deed(Doing What, string Who, int Number, int Word)
{
    private static readonly string[] _people = ["ana", "ben", "li"];
    private static readonly string[] _kinds = ["finding", "dead-end", "mitigation", "detection"];

    /// <summary>The kind it names.</summary>
    public string Kind => _kinds[Word % _kinds.Length];

    /// <summary>Whom it calls in.</summary>
    public string Target => "@" + _people[Word % _people.Length];

    /// <summary>A moment that is always in the past.</summary>
    public string Moment => $"2026-03-10T{8 + (Word % 3):00}:{Word % 60:00}:00Z";

    /// <summary>Minutes by which the clock moves; some of them backwards.</summary>
    public int Minutes => (Word % 100) - 30;

    /// <summary>As it is typed.</summary>
    public string Text => What switch
    {
        Doing.Note => $"/timeline words{Word} were seen #{Kind}",
        Doing.Mark => $"/timeline mark {Number} #{Kind}",
        Doing.Edit => $"/timeline edit {Number} better{Word} words",
        Doing.Move => $"/timeline move {Number} {Moment}",
        Doing.Remove => $"/timeline remove {Number}",
        Doing.Undo => "/timeline undo",
        Doing.Escalate => $"/escalate {Target} look{Word} here",
        Doing.Acknowledge => "/ack",
        Doing.Summarise => $"/incident set summary sum{Word}",
        Doing.AddStep => $"/incident set resolution + step{Word}",
        Doing.Resolve => "/incident status resolved",
        Doing.Identify => "/incident status identified",
        Doing.Close => "/incident close",
        Doing.Reopen => "/incident reopen",
        Doing.AddTask => $"/incident action add task{Word}",
        _ => "",
    };

    /// <summary>Whole histories of up to 40 deeds; what is done most in life is done most here.</summary>
    public static Gen<Deed[]> Histories { get; } =
        (
            from what in Gen.Frequency(
                Enum.GetValues<Doing>()
                    .Select(what =>
                        (
                            what is Doing.Note ? 5
                            : what is Doing.Undo or Doing.Edit or Doing.Remove ? 3
                            : 1,
                            Gen.Constant(what))))
            from who in Gen.Elements(_people)
            from number in Gen.Choose(1, 8)
            from word in Gen.Choose(0, 999)
            select new Deed(what, who, number, word))
            .ArrayOf()
            .Where(deeds => deeds.Length <= 40);

    public override string ToString() =>
        What is Doing.Wait ? $"({Minutes} minutes)"
        : What is Doing.Repeat ? "(sent again)"
        : $"@{Who} {Text}";
}

/// <summary>What people do.</summary>
public enum Doing
{
    Note,
    Mark,
    Edit,
    Move,
    Remove,
    Undo,
    Escalate,
    Acknowledge,
    Summarise,
    AddStep,
    Resolve,
    Identify,
    Close,
    Reopen,
    AddTask,

    /// <summary>Nobody types; the clock moves, or is set.</summary>
    Wait,

    /// <summary>The platform delivers the last one again.</summary>
    Repeat,
}
