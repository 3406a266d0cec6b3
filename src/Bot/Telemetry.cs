using System.Diagnostics;

namespace Sitrep;

/// <summary>The name under which the bot measures and traces itself. Nothing is measured twice: whoever listens, listens to this.</summary>
internal static class Telemetry
{
    /// <summary>The meter's and the traces' name.</summary>
    public const string Name = "Sitrep";

    /// <summary>The spans of commands and deliveries. Without a listener starting one gives null and costs a comparison.</summary>
    public static ActivitySource Traces { get; } = new(Name);
}
