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
}
