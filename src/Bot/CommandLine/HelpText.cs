using System.Text;
using Sitrep.CommandLine.Wording;

namespace Sitrep.CommandLine;

/// <summary>The text of <c>--help</c>.</summary>
internal static class HelpText
{
    private static readonly string _program = ProgramName.Of(Environment.ProcessPath, Environment.GetCommandLineArgs()[0]);

    /// <summary>All verbs, and three examples.</summary>
    public static string Everything(IReadOnlyList<Verb> verbs)
    {
        var text = new StringBuilder("Sitrep: an incident bot that writes the postmortem.\n\n");
        text.Append($"  {_program} [VERB] [--Key:Name value …]\n\n");
        var width = verbs.Max(verb => verb.Usage.Length);
        foreach (var verb in verbs) text.Append($"  {verb.Usage.PadRight(width)}  {verb.Summary}\n");
        text.Append("\nExamples:\n");
        foreach (var example in (string[])["serve", "demo", "replay incident.txt --out postmortem.md"])
            text.Append($"  {_program} {example}\n");
        return text.Append("\nExit codes: 0 done, 1 failed, 2 usage, 3 not found, 78 configuration.\n").ToString();
    }

    /// <summary>One verb, and three examples of it.</summary>
    public static string Of(Verb verb)
    {
        var text = new StringBuilder($"{verb.Name}: {verb.Summary}\n\n  {_program} {verb.Usage}\n\nExamples:\n");
        foreach (var example in verb.Examples) text.Append($"  {_program} {example}\n");
        return text.ToString();
    }

    /// <summary>The place to read on.</summary>
    public static string SeeAlso(Verb? verb) => $"See {_program} {(verb is null ? "" : verb.Name + " ")}--help";
}
