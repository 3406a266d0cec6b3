using System.Text.Json.Nodes;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using OpenTelemetry.Trace;
using Sitrep.Configuration;
using Sitrep.Hosting;
using Sitrep.Tests.Support;

namespace Sitrep.Tests.Hosting;

public sealed class TracingTests
{
    private const string CallerSpan = "00f067aa0ba902b7";
    private readonly string _caller = System.Diagnostics.ActivityTraceId.CreateRandom().ToHexString();

    [Fact]
    public async Task A_command_is_a_span_with_its_steps_and_its_deliveries_link_to_it()
    {
        await using var receiver = await TraceReceiver.StartAsync();
        await using var bot = await ConfiguredBot.StartAsync(Exporting(receiver));
        await bot.Type("/incident start Checkout down sev2", traceparent: Traceparent);
        await Eventually.Async(() => Task.FromResult(Ours(receiver).Any(span => span.Name == "deliver PinMessage")));
        var command = Assert.Single(Ours(receiver), span => span.Name == "incident start");
        Assert.Equal((_caller, CallerSpan, "done"), (command.Trace, command.Parent, command.Attributes["sitrep.result"]));
        Assert.Equal("sitrep", command.Resource["service.name"]);
        var steps = Ours(receiver).Where(span => span.Parent == command.Id).OrderBy(span => span.Start).ToList();
        Assert.Equal(["read", "decide", "commit"], steps.Select(step => step.Name));
        foreach (var (step, next) in steps.Zip(steps.Skip(1))) Assert.True(step.End <= next.Start, $"{step.Name} overlaps {next.Name}");
        Assert.All(steps, step =>
            Assert.True(step.Start >= command.Start && step.End <= command.End, $"{step.Name} lies outside the command"));
        var deliveries = Ours(receiver).Where(span => span.Name.StartsWith("deliver ", StringComparison.Ordinal)).ToList();
        Assert.Contains(deliveries, delivery => delivery.Name == "deliver OpenChannel");
        Assert.All(deliveries, delivery =>
        {
            Assert.Equal((command.Trace, command.Id), Assert.Single(delivery.Links));
            Assert.NotEqual(command.Trace, delivery.Trace);
            Assert.Equal("done", delivery.Attributes["sitrep.result"]);
        });
    }

    [Fact]
    public async Task A_trace_holds_nothing_that_was_typed_and_no_credential()
    {
        await using var receiver = await TraceReceiver.StartAsync();
        await using var bot = await ConfiguredBot.StartAsync([
            .. Exporting(receiver),
            "--OTEL_EXPORTER_OTLP_HEADERS",
            "authorization=planted-credential",
            "--OTEL_SERVICE_NAME",
            "our-sitrep",
        ]);
        var channel = JsonNode.Parse(await bot.Type("/incident start Zanzibar takeover private"))!["channel"]!.GetValue<string>();
        await bot.Type("/timeline the quokka is in the vault", channel);
        await bot.Type("/timelin the quokka", channel);
        await bot.StopAsync();
        Assert.Contains(receiver.Spans, span => span.Name == "unknown" && span.Resource["service.name"] == "our-sitrep");
        foreach (var word in (string[])["Zanzibar", "quokka", "vault", "takeover", channel, "planted-credential"])
            Assert.DoesNotContain(word, receiver.Everything, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("planted-credential", receiver.Authorizations);
    }

    [Fact]
    public async Task What_was_not_sent_yet_is_sent_when_the_bot_stops()
    {
        await using var receiver = await TraceReceiver.StartAsync();
        await using var bot = await ConfiguredBot.StartAsync([.. Exporting(receiver), "--OTEL_BSP_SCHEDULE_DELAY", "600000"]);
        await bot.Type("/incident list", traceparent: Traceparent);
        await bot.StopAsync();
        Assert.Single(Ours(receiver), span => span.Name == "incident list");
    }

    [Theory]
    [InlineData("")]
    [InlineData("http://127.0.0.1:9")]
    public async Task The_export_s_libraries_are_loaded_by_those_who_trace_alone(string endpoint)
    {
        var folder = Directory.CreateTempSubdirectory("sitrep-traced-").FullName;
        try
        {
            await using var bot = await BotProcess.ServeAsync(
                folder,
                new Dictionary<string, string> { ["Urls"] = "http://127.0.0.1:0", ["OTEL_EXPORTER_OTLP_ENDPOINT"] = endpoint }
            );
            Assert.Equal("live\n", await bot.Http.GetStringAsync("/healthz/live"));
            if (bot.Mapped is { } mapped) Assert.Equal(endpoint.Length > 0, mapped.Contains("OpenTelemetry", StringComparison.Ordinal));
            else Console.WriteLine("Skipped: which libraries are loaded; this system does not tell.");
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Theory]
    [InlineData(false)]
    [InlineData(false, "OTEL_SERVICE_NAME", "x")]
    [InlineData(false, "OTEL_TRACES_EXPORTER", "none", "OTEL_EXPORTER_OTLP_ENDPOINT", "http://127.0.0.1:4317")]
    [InlineData(false, "OTEL_SDK_DISABLED", "true", "OTEL_EXPORTER_OTLP_ENDPOINT", "http://127.0.0.1:4317")]
    [InlineData(true, "OTEL_EXPORTER_OTLP_ENDPOINT", "http://127.0.0.1:4317")]
    [InlineData(true, "OTEL_EXPORTER_OTLP_TRACES_ENDPOINT", "http://127.0.0.1:4318/v1/traces")]
    [InlineData(true, "OTEL_TRACES_EXPORTER", "otlp")]
    public void Nothing_is_built_unless_a_variable_asks_for_it(bool asked, params string[] variables)
    {
        var services = new ServiceCollection();
        services.AddTracing(Configuration(variables));
        Assert.Equal(asked, services.Any(service => service.ServiceType == typeof(TracerProvider)));
        Assert.True(asked || services.Count == 0);
    }

    [Theory]
    [InlineData("OTEL_EXPORTER_OTLP_ENDPOINT", "collector:4317")]
    [InlineData("OTEL_EXPORTER_OTLP_ENDPOINT", "http://user:planted@collector:4317")]
    [InlineData("OTEL_EXPORTER_OTLP_TRACES_ENDPOINT", "planted")]
    [InlineData("OTEL_TRACES_EXPORTER", "zipkin")]
    public void A_variable_that_cannot_work_is_said_at_start_without_its_value(string key, string value)
    {
        var problem = Assert.Throws<ConfigurationException>(() => BotOptions.Read(Configuration([key, value])));
        Assert.StartsWith(key, Assert.Single(problem.Problems));
        Assert.DoesNotContain("planted", problem.Message);
    }

    private string Traceparent => $"00-{_caller}-{CallerSpan}-01";

    private static string[] Exporting(TraceReceiver receiver) =>
        [
            "--OTEL_EXPORTER_OTLP_ENDPOINT",
            receiver.Url,
            "--OTEL_EXPORTER_OTLP_PROTOCOL",
            "http/protobuf",
            "--OTEL_BSP_SCHEDULE_DELAY",
            "50",
        ];

    // Other bots of this process walk through the same source; this one's commands are known by their caller.
    private IEnumerable<ReceivedSpan> Ours(TraceReceiver receiver) =>
        receiver.Spans.Where(span => span.Trace == _caller || span.Links.Any(link => link.Trace == _caller));

    private static IConfiguration Configuration(string[] variables) =>
        new ConfigurationBuilder()
            .AddInMemoryCollection(variables.Chunk(2).Select(pair => new KeyValuePair<string, string?>(pair[0], pair[1])))
            .Build();
}
