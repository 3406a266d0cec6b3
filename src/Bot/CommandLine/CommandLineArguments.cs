namespace Sitrep.CommandLine;

/// <summary>The arguments of a verb: its values and its <c>--options</c>.</summary>
/// <param name="Values">Everything that is no option.</param>
/// <param name="Options">Options by name without dashes; a flag has an empty value.</param>
internal sealed record CommandLineArguments(IReadOnlyList<string> Values, IReadOnlyDictionary<string, string> Options)
{
    private static readonly string[] _flags = ["help", "dry-run"];

    /// <summary>Reads <c>--key value</c>, <c>--key=value</c> and values; <c>-h</c> is <c>--help</c>.</summary>
    /// <exception cref="UsageException">An option has no value.</exception>
    public static CommandLineArguments Read(IEnumerable<string> arguments)
    {
        var values = new List<string>();
        var options = new Dictionary<string, string>(StringComparer.Ordinal);
        var waiting = new Queue<string>(arguments);
        while (waiting.TryDequeue(out var argument))
        {
            if (argument is "-h" or "-?") options["help"] = "";
            else if (!argument.StartsWith("--", StringComparison.Ordinal) || argument.Length == 2) values.Add(argument);
            else if (argument.IndexOf('=', StringComparison.Ordinal) is > 0 and var equals)
                options[argument[2..equals]] = argument[(equals + 1)..];
            else if (_flags.Contains(argument[2..])) options[argument[2..]] = "";
            else if (waiting.TryDequeue(out var value)) options[argument[2..]] = value;
            else
                throw new UsageException($"{argument} needs a value.");
        }

        return new(values, options);
    }

    /// <summary>The only value.</summary>
    /// <exception cref="UsageException">There is none, or more than one.</exception>
    public string OnlyValue(string name) => Values.Count == 1 ? Values[0] : throw new UsageException($"Name one {name}.");

    /// <summary>An option out of a closed set.</summary>
    /// <exception cref="UsageException">It is not in the set.</exception>
    public string Choice(string option, params ReadOnlySpan<string> choices)
    {
        if (!Options.TryGetValue(option, out var value)) return choices[0];
        if (choices.Contains(value)) return value;
        throw new UsageException($"--{option} is {string.Join(", ", choices)}, not \"{value}\".");
    }

    /// <summary>Refuses options that the verb does not know. Configuration keys (<c>--Incidents:Zone</c>) pass.</summary>
    /// <exception cref="UsageException">There is one.</exception>
    public void Only(params ReadOnlySpan<string> known)
    {
        foreach (var option in Options.Keys)
            if (!known.Contains(option) && !IsConfiguration(option)) throw new UsageException($"I do not know --{option}.");
    }

    /// <summary>The configuration among the options, for the host.</summary>
    public string[] Configuration() =>
        [.. Options.Where(option => IsConfiguration(option.Key)).Select(option => $"--{option.Key}={option.Value}")];

    private static bool IsConfiguration(string option) =>
        option.Contains(':', StringComparison.Ordinal)
        || string.Equals(option, "urls", StringComparison.OrdinalIgnoreCase)
        || string.Equals(option, "environment", StringComparison.OrdinalIgnoreCase)
        || string.Equals(option, "contentRoot", StringComparison.OrdinalIgnoreCase);
}

/// <summary>Somebody typed the command line wrong: exit code 2.</summary>
internal sealed class UsageException(string message) : Exception(message);

/// <summary>Something named is not there: exit code 3.</summary>
internal sealed class NotFoundException(string message) : Exception(message);
