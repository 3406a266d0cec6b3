using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Sitrep.Tests.Support;

namespace Sitrep.Tests.Http.Metrics;

/// <summary>The example dashboard and alert rules in <c>ops</c> against what /metrics really says.</summary>
public sealed partial class WatchingFilesTests
{
    private static readonly string _alerts = File.ReadAllText(Path.Combine(Repository.Root, "ops", "prometheus-alerts.yml"));
    private static readonly JsonNode _dashboard = JsonNode.Parse(
        File.ReadAllText(Path.Combine(Repository.Root, "ops", "grafana-dashboard.json")))!;

    [Fact]
    public async Task Every_metric_and_label_that_is_watched_exists()
    {
        await using var bot = await RunningBot.StartAsync();
        await bot.Type("ana", "/incident start Checkout down");
        await Eventually.Async(async () =>
            (await bot.Http.GetStringAsync("/metrics")).Contains("sitrep_outbox_deliveries_total{", StringComparison.Ordinal));
        var scrape = Exposition.Parse(await bot.Http.GetStringAsync("/metrics"));
        foreach (var expression in Expressions())
        {
            var names = Name().Matches(expression).Select(match => match.Value).ToList();
            Assert.True(
                names.Count > 0 || expression.StartsWith("up{", StringComparison.Ordinal),
                $"\"{expression}\" watches nothing of ours");
            foreach (var name in names)
            {
                var family = scrape.Family(name);
                Assert.True(scrape.Types.TryGetValue(family, out var type), $"{name} is no metric: {expression}");
                Assert.True(type != "histogram" || name != family, $"{name} is a histogram, not a number: {expression}");
                var labels = scrape
                    .Samples.Where(sample => scrape.Family(sample.Name) == family)
                    .SelectMany(sample => sample.Labels.Keys)
                    .ToHashSet(StringComparer.Ordinal);
                // Rows that wait are gone when they are delivered; their labels are held by the outbox's own test.
                if (labels.Count == 0) continue;
                foreach (
                    var label in Label()
                        .Matches(expression[expression.IndexOf(name, StringComparison.Ordinal)..].Split(')')[0])
                        .Select(match => match.Groups[1].Value)
                        .Where(label => label != "job"))
                    Assert.True(labels.Contains(label), $"{name} has no label {label}: {expression}");
            }
        }
    }

    [Fact]
    public async Task Every_metric_of_the_bot_is_on_the_dashboard()
    {
        await using var bot = await RunningBot.StartAsync();
        var scrape = Exposition.Parse(await bot.Http.GetStringAsync("/metrics"));
        var shown = Shown()
            .SelectMany(expression => Name().Matches(expression))
            .Select(match => scrape.Family(match.Value))
            .ToHashSet(StringComparer.Ordinal);
        foreach (var name in scrape.Types.Keys.Where(name => name.StartsWith("sitrep_", StringComparison.Ordinal)))
            Assert.True(shown.Contains(name), $"{name} is shown nowhere");
    }

    [Fact]
    public void Every_alert_says_why_and_what_to_do()
    {
        var rules = _alerts.Split("      - alert: ")[1..];
        Assert.NotEmpty(rules);
        Assert.Equal(rules.Length, rules.Select(rule => rule.Split('\n')[0]).Distinct().Count());
        foreach (var rule in rules)
            foreach (
                var key in (string[])["        expr: ", "          severity: ", "          summary: ", "          reason: ", "          do: "])
                Assert.Single(rule.Split('\n'), line => line.StartsWith(key, StringComparison.Ordinal) && line.Length > key.Length + 3);
    }

    [Fact]
    public void Every_panel_has_a_title_a_reason_and_its_own_place()
    {
        var panels = _dashboard["panels"]!.AsArray();
        Assert.All(panels, panel =>
            Assert.False(
                string.IsNullOrWhiteSpace(panel!["title"]?.GetValue<string>())
                    || string.IsNullOrWhiteSpace(panel["description"]?.GetValue<string>())));
        var cells = panels.SelectMany(panel => Cells(panel!["gridPos"]!)).ToList();
        Assert.Equal(cells.Count, cells.Distinct().Count());
        Assert.All(cells, cell => Assert.InRange(cell.X, 0, 23));
    }

    private static IEnumerable<(int X, int Y)> Cells(JsonNode place) =>
        from x in Enumerable.Range(place["x"]!.GetValue<int>(), place["w"]!.GetValue<int>())
        from y in Enumerable.Range(place["y"]!.GetValue<int>(), place["h"]!.GetValue<int>())
        select (x, y);

    private static IEnumerable<string> Expressions() =>
        Shown().Concat(Expression().Matches(_alerts).Select(match => match.Groups[1].Value));

    private static IEnumerable<string> Shown() =>
        _dashboard["panels"]!
            .AsArray()
            .SelectMany(panel => panel!["targets"]!.AsArray())
            .Select(target => target!["expr"]!.GetValue<string>());

    [GeneratedRegex(@"\b(?:sitrep|process|dotnet)_\w+")]
    private static partial Regex Name();

    [GeneratedRegex(@"(\w+)=~?""")]
    private static partial Regex Label();

    [GeneratedRegex(@"^ {8}expr: (.+)$", RegexOptions.Multiline)]
    private static partial Regex Expression();
}
