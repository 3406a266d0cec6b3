namespace Sitrep.Configuration;

/// <summary>The problems of the configuration, a line each.</summary>
internal sealed class ConfigurationException(IReadOnlyList<string> problems) : Exception(string.Join('\n', problems))
{
    /// <summary>The problems, each with its key and an example.</summary>
    public IReadOnlyList<string> Problems { get; } = problems;
}
