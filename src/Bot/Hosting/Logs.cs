using System.Globalization;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Logging.Console;
using Sitrep.Configuration;

namespace Sitrep.Hosting;

/// <summary>
/// Logs to standard error: a line each for people, or JSON with <c>Logging:Console:FormatterName=json</c>. The usual
/// <c>Logging</c> keys decide about levels, scopes and times; what they leave open is set here.
/// </summary>
internal static class Logs
{
    /// <summary>Sets the console up. Standard output belongs to data.</summary>
    public static void AddLogs(this ILoggingBuilder logging, IConfiguration configuration)
    {
        logging.AddConsole(console => console.LogToStandardErrorThreshold = LogLevel.Trace);
        var services = logging.Services;
        services.PostConfigure<ConsoleLoggerOptions>(console =>
            console.FormatterName = configuration["Logging:Console:FormatterName"] ?? ConsoleFormatterNames.Simple);
        services.PostConfigure<SimpleConsoleFormatterOptions>(line =>
            line.SingleLine =
                configuration["Logging:Console:FormatterOptions:SingleLine"] is not { } set
                || string.Equals(set, "true", StringComparison.OrdinalIgnoreCase));
        services.PostConfigure<JsonConsoleFormatterOptions>(json =>
        {
            json.UseUtcTimestamp = json.TimestampFormat is null || json.UseUtcTimestamp;
            json.TimestampFormat ??= "yyyy-MM-dd'T'HH:mm:ss.fff'Z'";
        });
        // First in the list, so that a rule of the configuration for the same names wins.
        services.Configure<LoggerFilterOptions>(filter => filter.Rules.Insert(0, new(null, "Microsoft", LogLevel.Warning, null)));
        var mask = SecretMask.Of(configuration);
        for (var i = 0; i < services.Count; i++)
        {
            if (services[i].ServiceType == typeof(ConsoleFormatter) && services[i].ImplementationType is { } formatter)
                services[i] = ServiceDescriptor.Singleton<ConsoleFormatter>(provider => new MaskedFormatter(
                    (ConsoleFormatter)ActivatorUtilities.CreateInstance(provider, formatter),
                    mask));
        }
    }
}

/// <summary>Another formatter's lines, without secrets.</summary>
internal sealed class MaskedFormatter(ConsoleFormatter formatter, SecretMask mask) : ConsoleFormatter(formatter.Name)
{
    // A start that failed: the exception goes to whoever started it, who says it in a line.
    private const int HostingFailedToStart = 11;

    public override void Write<TState>(in LogEntry<TState> logEntry, IExternalScopeProvider? scopeProvider, TextWriter textWriter)
    {
        if (logEntry is { Category: "Microsoft.Extensions.Hosting.Internal.Host", EventId.Id: HostingFailedToStart }) return;
        using var line = new StringWriter(CultureInfo.InvariantCulture);
        formatter.Write(in logEntry, scopeProvider, line);
        textWriter.Write(mask.Apply(line.ToString()));
    }
}
