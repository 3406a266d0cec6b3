using System.Reflection;
using System.Runtime.CompilerServices;
using OpenTelemetry;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace Sitrep.Hosting;

/// <summary>
/// Exports the spans of commands and deliveries by OTLP, where the standard <c>OTEL_*</c> variables ask for it
/// (opentelemetry.io/docs/specs/otel/configuration/sdk-environment-variables). Without them nothing of it is loaded.
/// </summary>
internal static class Tracing
{
    private static readonly string[] _endpoints = ["OTEL_EXPORTER_OTLP_ENDPOINT", "OTEL_EXPORTER_OTLP_TRACES_ENDPOINT"];

    /// <summary>Whether spans are to be exported: an endpoint or the exporter is named, and nothing switches it off.</summary>
    public static bool IsAskedFor(IConfiguration configuration) =>
        !Is(configuration["OTEL_SDK_DISABLED"], "true")
        && !Is(configuration["OTEL_TRACES_EXPORTER"], "none")
        && (Is(configuration["OTEL_TRACES_EXPORTER"], "otlp") || _endpoints.Any(key => !string.IsNullOrWhiteSpace(configuration[key])));

    /// <summary>The problems of the variables, a line each. Values are not repeated: they may hold credentials.</summary>
    public static IEnumerable<string> Problems(IConfiguration configuration)
    {
        if (configuration["OTEL_TRACES_EXPORTER"] is { Length: > 0 } exporter && !Is(exporter, "otlp") && !Is(exporter, "none"))
            yield return "OTEL_TRACES_EXPORTER: only otlp and none exist here. Example: otlp";
        foreach (var key in _endpoints)
        {
            if (string.IsNullOrWhiteSpace(configuration[key])) continue;
            if (!Uri.TryCreate(configuration[key], UriKind.Absolute, out var address) || address.Scheme is not ("http" or "https"))
                yield return $"{key}: it is not an http address. Example: http://127.0.0.1:4317";
            else if (address.UserInfo.Length > 0)
                yield return $"{key}: an address takes no user and password. Put them into OTEL_EXPORTER_OTLP_HEADERS.";
        }
    }

    /// <summary>Adds the export where it is asked for.</summary>
    public static void AddTracing(this IServiceCollection services, IConfiguration configuration)
    {
        if (IsAskedFor(configuration)) AddExport(services, configuration);
    }

    // A method of its own, so that a bot that does not trace never loads the libraries.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void AddExport(IServiceCollection services, IConfiguration configuration)
    {
        services.AddSingleton(_ => Export(configuration));
        services.AddHostedService<TraceExport>();
    }

    private static TracerProvider Export(IConfiguration configuration) =>
        Sdk.CreateTracerProviderBuilder()
            .ConfigureServices(services => services.AddSingleton(configuration))
            .ConfigureResource(resource =>
                resource
                    .AddService(
                        "sitrep",
                        serviceVersion: Assembly.GetExecutingAssembly().GetName().Version?.ToString(3),
                        autoGenerateServiceInstanceId: false)
                    // Once more, because the last one wins: OTEL_SERVICE_NAME is the operator's word.
                    .AddEnvironmentVariableDetector())
            .AddSource(Telemetry.Name)
            .AddOtlpExporter()
            .Build();

    private static bool Is(string? value, string word) => string.Equals(value?.Trim(), word, StringComparison.OrdinalIgnoreCase);

    /// <summary>Starts the export before the first command, and sends what is left when the bot stops.</summary>
    private sealed class TraceExport(TracerProvider provider) : IHostedLifecycleService
    {
        private const int MostMilliseconds = 3_000;

        public Task StartingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        // After the other services: the outbox's last deliveries are spans as well.
        public Task StoppedAsync(CancellationToken cancellationToken) =>
            Task.Run(() => provider.ForceFlush(MostMilliseconds), CancellationToken.None);
    }
}
