using System.Net;
using System.Net.Sockets;

namespace Sitrep.Tests.Hosting;

public sealed class StartTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("sitrep-start-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task A_port_that_is_taken_is_said_in_one_line_with_what_helps()
    {
        using var taken = new TcpListener(IPAddress.Loopback, 0);
        taken.Start();
        var environment = new Dictionary<string, string> { ["Urls"] = $"http://127.0.0.1:{((IPEndPoint)taken.LocalEndpoint).Port}" };
        var (exitCode, printed) = await BotProcess.RunAsync(_folder, environment, "serve");
        Assert.Equal(1, exitCode);
        Assert.Contains(
            "choose another: --Urls",
            Assert.Single(printed.Split('\n', StringSplitOptions.RemoveEmptyEntries)),
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("DeliveryDays", "1")]
    [InlineData("DeliveryDays", "a month")]
    [InlineData("OutboxDays", "-3")]
    [InlineData("OutboxDays", "99999999999")]
    public async Task A_period_that_would_do_things_twice_or_is_no_number_is_refused(string key, string days)
    {
        var environment = new Dictionary<string, string> { [$"Retention__{key}"] = days };
        var (exitCode, printed) = await BotProcess.RunAsync(_folder, environment, "serve");
        Assert.Equal(78, exitCode);
        Assert.Contains($"Retention:{key}: \"{days}\" is not a number of days from 2 to 36500", printed, StringComparison.Ordinal);
    }
}
