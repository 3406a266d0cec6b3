using Sitrep.Occurrences.Instrumentation;
using Sitrep.Outbox;

namespace Sitrep.Http.Metrics;

/// <summary><c>/metrics</c>, for Prometheus. Like everything without a sign-in it answers on this machine alone.</summary>
internal static class MetricsRoute
{
    /// <summary>Adds what measures.</summary>
    public static IServiceCollection AddMetricReadings(this IServiceCollection services)
    {
        services.AddSingleton<MetricReadings>();
        services.AddSingleton<ProcessGauges>();
        services.AddSingleton<StoredGauges>();
        return services;
    }

    /// <summary>Adds the route, and begins to listen; what was measured before is not counted.</summary>
    public static void MapMetrics(this IEndpointRouteBuilder routes)
    {
        var readings = routes.ServiceProvider.GetRequiredService<MetricReadings>();
        // Made now and not with the first command: a metric is there from the first scrape on, if only with its help.
        foreach (
            var measured in (Type[])
                [
                    typeof(ProcessGauges),
                    typeof(StoredGauges),
                    typeof(CommandInstrumentation),
                    typeof(OutboxInstrumentation),
                    typeof(TimerLateness),
                ])
            routes.ServiceProvider.GetRequiredService(measured);
        routes.MapGet("/metrics", context =>
        {
            context.Response.ContentType = PrometheusText.ContentType;
            context.Response.Headers.CacheControl = "no-store";
            return context.Response.WriteAsync(readings.Write(), context.RequestAborted);
        });
    }
}
