namespace Sitrep.Incidents;

/// <summary>How bad it is: <c>Sev1</c> is the worst. Spelled <c>sev1</c> … <c>sev5</c> in commands and JSON.</summary>
internal enum Severity
{
    /// <summary>Everything is down for many.</summary>
    Sev1 = 1,

    /// <summary>A core function is broken.</summary>
    Sev2,

    /// <summary>Broken for some, or with a way around.</summary>
    Sev3,

    /// <summary>A nuisance.</summary>
    Sev4,

    /// <summary>Worth recording, no more.</summary>
    Sev5,
}
