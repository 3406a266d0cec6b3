using Sitrep.Chat;
using Sitrep.Incidents;

namespace Sitrep.Access;

/// <summary>On whose behalf something is looked up or decided. What nothing is known of is <see cref="Anybody"/>.</summary>
internal readonly record struct Viewer
{
    private Viewer(Person? person, ChannelRef? channel, bool isOperator) => (Person, Channel, IsOperator) = (person, channel, isOperator);

    /// <summary>Nobody in particular: whoever reads an announcement, or asks without saying who they are.</summary>
    public static Viewer Anybody => default;

    /// <summary>The operator, who runs the bot's verbs on its own machine and could read the database itself.</summary>
    public static Viewer Operator => new(null, null, isOperator: true);

    /// <summary>Who; null for nobody in particular.</summary>
    public Person? Person { get; }

    /// <summary>The channel that they speak from; null where they speak from none.</summary>
    public ChannelRef? Channel { get; }

    /// <summary>Whether it is <see cref="Operator"/>.</summary>
    public bool IsOperator { get; }

    /// <summary>Somebody, as their platform says.</summary>
    /// <param name="person">Who.</param>
    /// <param name="channel">The channel that they speak from, by the platform's word; null for none.</param>
    public static Viewer Of(Person person, ChannelRef? channel = null) => new(person, channel, isOperator: false);
}
