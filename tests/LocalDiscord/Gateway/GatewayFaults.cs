namespace Sitrep.LocalDiscord.Gateway;

/// <summary>What goes wrong on the gateway next.</summary>
internal sealed class GatewayFaults
{
    /// <summary>Heartbeats are heard and not answered: the connection looks dead (a zombie).</summary>
    public bool WithholdsAcks { get; set; }

    /// <summary>So many new connections get no HELLO.</summary>
    public int SilentConnections { get; set; }

    /// <summary>So many dispatches are sent twice, with the same sequence number.</summary>
    public int Duplicates { get; set; }

    /// <summary>So many RESUMEs are answered with opcode 9, d false.</summary>
    public int RefusedResumes { get; set; }

    public bool TakeDuplicate() => Take(Duplicates, left => Duplicates = left);

    public bool TakeSilence() => Take(SilentConnections, left => SilentConnections = left);

    public bool TakeRefusedResume() => Take(RefusedResumes, left => RefusedResumes = left);

    private static bool Take(int left, Action<int> set)
    {
        if (left == 0) return false;
        set(left - 1);
        return true;
    }
}
