using Sitrep.Chat;
using Sitrep.Incidents;
using Sitrep.Postmortems;

namespace Sitrep.Commands;

/// <summary><c>/incident postmortem</c>: the postmortem as it is now, open or closed.</summary>
public sealed class ShowPostmortem : Command
{
    /// <inheritdoc/>
    public override string Name => "incident postmortem";

    /// <inheritdoc/>
    public override string Usage => "/incident postmortem [zone:ZONE]";

    /// <inheritdoc/>
    public override string Summary => "show the postmortem as it is now";

    /// <inheritdoc/>
    public override string Example => "/incident postmortem zone:Europe/Berlin";

    /// <inheritdoc/>
    public override IReadOnlyList<Option> Options => [new("zone", "the zone of its times")];

    /// <inheritdoc/>
    public override Reads Reads => Reads.Record;

    /// <inheritdoc/>
    public override Decision Decide(Situation now, Arguments typed)
    {
        var zone = now.Zone;
        if (typed.Option("zone") is { } label)
        {
            if (Zone.Parse(label) is not { } named) return Zones.Unknown(label, typed.Text);
            zone = named;
        }

        return Decision.Say(new Message(PostmortemDocument.Of(now.Record!, zone, now.Now), []), now.Incident);
    }
}
