using Sitrep.CommandLine.Wording;
using Sitrep.Configuration;
using Sitrep.Storage;

namespace Sitrep.CommandLine;

/// <summary>Every verb, and the one place where what they throw becomes words and an exit code.</summary>
internal static class VerbTable
{
    private static readonly IReadOnlyList<Verb> _all =
    [
        new ServeVerb(),
        new DemoVerb(),
        new ReplayVerb(),
        new ExportVerb(),
        new ImportVerb(),
        new BackupVerb(),
        new RestoreVerb(),
        new HeldVerb(),
        new DoctorVerb(),
    ];

    /// <summary>Runs what the command line says; without a verb it serves.</summary>
    /// <returns>The process's exit code.</returns>
    public static async Task<int> RunAsync(string[] arguments, Terminal terminal)
    {
        var name = arguments.Length > 0 && !arguments[0].StartsWith('-') ? arguments[0] : null;
        var verb = _all.FirstOrDefault(verb => verb.Name == (name ?? "serve"));
        try
        {
            if (name == "help" || (name is null && arguments.Any(argument => argument is "--help" or "-h" or "-?")))
            {
                await terminal.Data.WriteAsync(HelpText.Everything(_all));
                return ExitCodes.Done;
            }

            if (name == "version" || (name is null && arguments.Any(argument => argument is "--version" or "-v")))
            {
                await terminal.Data.WriteLineAsync($"Sitrep {ProgramName.Version}");
                return ExitCodes.Done;
            }

            if (verb is null) throw new UsageException($"I do not know the verb \"{name}\".");
            var rest = CommandLineArguments.Read(name is null ? arguments : arguments[1..]);
            if (rest.Options.ContainsKey("help"))
            {
                await terminal.Data.WriteAsync(HelpText.Of(verb));
                return ExitCodes.Done;
            }

            return await verb.RunAsync(rest, terminal);
        }
        catch (UsageException problem)
        {
            await terminal.Talk.WriteLineAsync($"{problem.Message} {HelpText.SeeAlso(verb)}");
            return ExitCodes.Usage;
        }
        catch (NotFoundException problem)
        {
            await terminal.Talk.WriteLineAsync(problem.Message);
            return ExitCodes.NotFound;
        }
        catch (ConfigurationException problem)
        {
            await terminal.Talk.WriteLineAsync("The configuration is wrong; nothing was started.");
            foreach (var line in problem.Problems) await terminal.Talk.WriteLineAsync("  " + line);
            return ExitCodes.Configuration;
        }
        catch (StoreException problem)
        {
            await terminal.Talk.WriteLineAsync($"{verb?.Name} failed: {problem.Advice} ({problem.Message.TrimEnd('.')})");
            return ExitCodes.Failed;
        }
        catch (Exception problem) when (problem is IOException or InvalidDataException or UnauthorizedAccessException)
        {
            await terminal.Talk.WriteLineAsync($"{verb?.Name} failed: {FileProblem.Of(problem)}");
            return ExitCodes.Failed;
        }
    }
}
