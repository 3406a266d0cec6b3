namespace Sitrep.CommandLine;

/// <summary><c>import</c>: does not exist yet, and says so.</summary>
public sealed class ImportVerb : Verb
{
    /// <inheritdoc/>
    public override string Name => "import";

    /// <inheritdoc/>
    public override string Usage => "import FILE… [--dry-run]";

    /// <inheritdoc/>
    public override string Summary => "read postmortem documents (not there yet)";

    /// <inheritdoc/>
    public override IReadOnlyList<string> Examples => ["import old.md", "import old/*.md", "import old.md --dry-run --format json"];

    /// <inheritdoc/>
    public override async Task<int> RunAsync(CommandLineArguments arguments, Terminal terminal)
    {
        await terminal.Talk.WriteLineAsync("import does not exist yet; nothing was read or stored. replay plays a transcript of what people typed.");
        return ExitCodes.Failed;
    }
}
