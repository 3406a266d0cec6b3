namespace Sitrep.CommandLine;

/// <summary>The exit codes of the process.</summary>
internal static class ExitCodes
{
    /// <summary>Done.</summary>
    public const int Done = 0;

    /// <summary>Failed; standard error says why.</summary>
    public const int Failed = 1;

    /// <summary>The command line, or a transcript, cannot be read.</summary>
    public const int Usage = 2;

    /// <summary>Something named does not exist.</summary>
    public const int NotFound = 3;

    /// <summary>The configuration is wrong (sysexits' EX_CONFIG).</summary>
    public const int Configuration = 78;
}
