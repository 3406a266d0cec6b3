namespace Sitrep.CommandLine;

/// <summary>A verb of the command line: <c>serve</c>, <c>replay</c> …</summary>
internal abstract class Verb
{
    /// <summary>How it is typed.</summary>
    public abstract string Name { get; }

    /// <summary>The rest after it.</summary>
    public abstract string Usage { get; }

    /// <summary>The purpose, in a line.</summary>
    public abstract string Summary { get; }

    /// <summary>Three examples, without the program's name.</summary>
    public abstract IReadOnlyList<string> Examples { get; }

    /// <summary>Runs it.</summary>
    /// <returns>One of <see cref="ExitCodes"/>.</returns>
    public abstract Task<int> RunAsync(CommandLineArguments arguments, Terminal terminal);
}

/// <summary>Data goes to standard output, talk to standard error.</summary>
/// <param name="Data">Standard output.</param>
/// <param name="Talk">Standard error.</param>
internal sealed record Terminal(TextWriter Data, TextWriter Talk)
{
    /// <summary>Writes a document to a file, or as data where no file is named.</summary>
    public async Task WriteDocumentAsync(string document, string? file)
    {
        if (file is null)
        {
            await Data.WriteAsync(document.EndsWith('\n') ? document : document + "\n");
            await Data.FlushAsync();
            return;
        }

        await File.WriteAllTextAsync(file, document);
        await Talk.WriteLineAsync($"Written: {file}");
    }
}
