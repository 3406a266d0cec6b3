using Sitrep.Commands.Grammar;
using Sitrep.Commands.Grammar.Parts;
using Sitrep.Commands.People;
using Sitrep.Incidents;
using Sitrep.Prose;
using Sitrep.Times.Reading.Dates;

namespace Sitrep.Commands.Postmortems;

/// <summary><c>/incident action add</c>: a task that prevents the next one.</summary>
internal sealed class AddActionItem : Command
{
    public override string Name => "incident action add";

    public override string Summary => "add a task";

    public override string Example => "/incident action add Test the rollback owner:@ana due:friday";

    internal override IReadOnlyList<Part> Parts { get; } =
    [
        new TextPart(),
        OptionPart.Word("owner", "@user", "@user"),
        OptionPart.Day("due", "2026-06-14, friday, in 3 days"),
    ];

    public override Needs Needs => Needs.KnownNames;

    public override Decision Decide(Situation situation, Arguments typed)
    {
        var incident = situation.Incident!;
        if (typed.Text.Length == 0) return Decision.Refuse(Line.Of($"What needs to be done? Type `{Example}`."));
        (typed, var remarks) = TaskWords.Read(situation, typed);
        DateOnly? due = null;
        if (typed.Option("due") is { } text)
        {
            switch (DateReader.Read(text, DateOnly.FromDateTime(situation.Zone.Local(situation.Now).DateTime)))
            {
                case DayReading.Understood understood: due = understood.Date; break;
                case DayReading.Unclear unclear:
                    return Decision.Refuse(
                        unclear.Problem,
                        typed.Text,
                        [
                            .. unclear.Offers.Select(offer => new Sitrep.Chat.Effects.Button(
                                offer.Label,
                                $"/incident {incident.Id} action add {typed.Text}{typed.Retyped("due")} due:{offer.Typed}")),
                        ]);
            }
        }

        var owner = typed.Option("owner") is { } named ? NameResolver.Find(situation, "@" + named.TrimStart('@')) : null;
        var item = new ActionItem(incident.ActionItems.Count + 1, typed.Text, owner?.Name.TrimStart('@'), due, Done: false);
        var after = incident with { ActionItems = [.. incident.ActionItems, item] };
        var line = Line.Of($"Task {item.Number} of {incident.Id}: {Excerpt.Of(item.Text, 500)}")
            .Then(item.Owner is null ? Line.Of($" · no owner yet") : Line.Of($" · {Person.Named(situation.Channel.Platform, item.Owner)}"))
            .Then(due is { } date ? Line.Of($" · due {date:yyyy-MM-dd} ({date:dddd})") : Line.Empty);
        var decision = Decision.Change(after, line, new Amended(after)).Posting(after, line.Then(Line.Of($" — {situation.User}")));
        if (owner is { IsUnseen: true }) decision = decision.Adding(Line.Of($"⚠️ {owner.Name} is not known here. Check the spelling."));
        return remarks.Aggregate(decision, (said, remark) => said.Adding(remark));
    }
}

/// <summary><c>/incident action owner</c>: who does a task.</summary>
internal sealed class AssignActionItem : Command
{
    public override string Name => "incident action owner";

    public override string Summary => "give a task to somebody";

    public override string Example => "/incident action owner 2 @ana";

    internal override IReadOnlyList<Part> Parts { get; } = [new NumberPart(NumberOf.Task), new PersonPart()];

    public override Needs Needs => Needs.KnownNames;

    public override Decision Decide(Situation situation, Arguments typed)
    {
        var incident = situation.Incident!;
        if (incident.ActionItems.FirstOrDefault(task => task.Number == typed.Number) is not { } item)
            return Decision.Refuse(
                Line.Of($"{incident.Id} has {Tasks(incident.ActionItems.Count)}. Type the number of one: `{Example}`."),
                typed.Given);
        if (typed.Value("user")?.Trim().TrimStart('@') is not { Length: > 0 } named)
            return Decision.Refuse(Line.Of($"Who does task {item.Number}? Type `/incident action owner {item.Number} @name`."), typed.Given);
        var party = NameResolver.Find(situation, "@" + named);
        var owner = party.Name.TrimStart('@');
        var after = incident with
        {
            ActionItems = [.. incident.ActionItems.Select(task => task == item ? task with { Owner = owner } : task)],
        };
        var was = item.Owner is { } before && before != owner ? Line.Of($" (was {Called(situation, before)})") : Line.Empty;
        var line = Line.Of($"Task {item.Number} of {incident.Id} is assigned to {Called(situation, owner)}").Then(was)
            .Then(Line.Of($": {Excerpt.Of(item.Text, 500)}"));
        var decision = Decision.Change(after, line, new Amended(after)).Posting(after, line.Then(Line.Of($" — {situation.User}")));
        return party.IsUnseen ? decision.Adding(Line.Of($"⚠️ {party.Name} is not known here. Check the spelling.")) : decision;
    }

    private static Person Called(Situation situation, string name) => Person.Named(situation.Channel.Platform, name);

    private static string Tasks(int count) => count == 1 ? "1 task" : $"{count} tasks";
}

/// <summary><c>/incident action done</c>: a task is done.</summary>
internal sealed class FinishActionItem : Command
{
    public override string Name => "incident action done";

    public override string Summary => "mark a task done";

    public override string Example => "/incident action done 2";

    internal override IReadOnlyList<Part> Parts { get; } = [new NumberPart(NumberOf.Task)];

    private static string Count(int tasks) => tasks switch
    {
        0 => "no tasks",
        1 => "1 task",
        _ => $"{tasks} tasks",
    };

    public override Decision Decide(Situation situation, Arguments typed)
    {
        var incident = situation.Incident!;
        if (typed.Number is not { } number || incident.ActionItems.FirstOrDefault(task => task.Number == number) is not { } item)
            return Decision.Refuse(
                Line.Of($"{incident.Id} has {Count(incident.ActionItems.Count)}. Type the number of a task: `{Example}`."),
                typed.Given);
        if (item.Done) return Decision.Refuse(Line.Of($"Task {number} is done already."));
        var after = incident with
        {
            ActionItems = [.. incident.ActionItems.Select(task => task == item ? task with { Done = true } : task)],
        };
        var line = Line.Of($"Task {number} of {incident.Id} is done: {Excerpt.Of(item.Text, 500)}");
        return Decision.Change(after, line, new Amended(after)).Posting(after, line.Then(Line.Of($" — {situation.User}")));
    }
}

/// <summary><c>/incident action improvement</c>: something to do better, without an owner.</summary>
internal sealed class AddImprovement : Command
{
    public override string Name => "incident action improvement";

    public override string Summary => "add an improvement";

    public override string Example => "/incident action improvement Review load balancer changes in pairs";

    internal override IReadOnlyList<Part> Parts { get; } = [new TextPart()];

    public override Decision Decide(Situation situation, Arguments typed)
    {
        var incident = situation.Incident!;
        if (typed.Text.Length == 0) return Decision.Refuse(Line.Of($"What could be better? Type `{Example}`."));
        var after = incident with { Improvements = [.. incident.Improvements, new(typed.Text)] };
        var line = Line.Of($"Improvement {after.Improvements.Count} of {incident.Id}: {Excerpt.Of(typed.Text, 500)}");
        return Decision.Change(after, line, new Amended(after)).Posting(after, line.Then(Line.Of($" — {situation.User}")));
    }
}
