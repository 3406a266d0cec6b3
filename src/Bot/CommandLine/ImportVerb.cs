namespace Sitrep.CommandLine;

/// <summary><c>import</c>: does not exist yet, and says so.</summary>
internal sealed class ImportVerb : Verb
{
    public override string Name => "import";

    public override string Usage => "import FILE… [--dry-run]";

    public override string Summary => "read postmortem documents (not there yet)";

    public override IReadOnlyList<string> Examples => ["import old.md", "import old/*.md", "import old.md --dry-run --format json"];

    public override async Task<int> RunAsync(CommandLineArguments arguments, Terminal terminal)
    {
        await terminal.Talk.WriteLineAsync(
            "import does not exist yet; nothing was read or stored. replay plays a transcript of what people typed.");
        return ExitCodes.Failed;
    }
}
