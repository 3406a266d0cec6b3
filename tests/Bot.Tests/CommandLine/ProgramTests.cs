using Microsoft.Extensions.Configuration;
using Sitrep.CommandLine;
using Sitrep.CommandLine.Wording;
using Sitrep.Hosting;

namespace Sitrep.Tests.CommandLine;

public sealed class ProgramTests
{
    [Theory]
    [InlineData("--version")]
    [InlineData("version")]
    public async Task The_version_is_said(string argument)
    {
        using var data = new StringWriter();
        Assert.Equal(ExitCodes.Done, await VerbTable.RunAsync([argument], new Terminal(data, TextWriter.Null)));
        Assert.Matches(@"^Sitrep \d+\.\d+", data.ToString());
    }

    [Theory]
    [InlineData("/opt/sitrep/Sitrep", "/opt/sitrep/Sitrep.dll", "Sitrep")]
    [InlineData("/app/sitrep-bot", "/app/sitrep-bot.dll", "sitrep-bot")]
    [InlineData("/usr/share/dotnet/dotnet", "/app/Sitrep.dll", "dotnet Sitrep.dll")]
    [InlineData("/src/Bot/bin/Release/net10.0/Sitrep", "/src/Bot/bin/Release/net10.0/Sitrep.dll", "dotnet run --project src/Bot --")]
    [InlineData(null, "", "dotnet run --project src/Bot --")]
    public void Help_calls_the_program_by_its_own_name(string? process, string program, string name) =>
        Assert.Equal(name, ProgramName.Of(process, program));

    [Theory]
    [InlineData("http://127.0.0.1:5080", false)]
    [InlineData("http://localhost:5080", false)]
    [InlineData("http://[::1]:5080", false)]
    [InlineData("http://0.0.0.0:5080", true)]
    [InlineData("http://[::]:5080", true)]
    [InlineData("http://*:5080", true)]
    [InlineData("http://chat.example:5080", true)]
    public void The_ready_line_says_where_others_get_no_answer(string url, bool isSaid) =>
        Assert.Equal(isSaid, ListeningRemark.Of([url]).Contains("ssh -L 5080:127.0.0.1:5080", StringComparison.Ordinal));

    [Fact]
    public void A_key_that_nothing_reads_is_warned_of_with_the_nearest_one()
    {
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection(new Dictionary<string, string?>
            {
                ["Incidents:Zoone"] = "UTC",
                ["Incidents:Roles:0"] = "liaison",
                ["Database:ConnectionString"] = "Data Source=x.db",
            })
            .Build();
        var warnings = UnknownKeys.In(configuration, ["Incident:Zone", "Logging:LogLevel:Default", "urls"]);
        Assert.Equal(2, warnings.Count);
        Assert.All(warnings, warning => Assert.Contains("Did you mean Incidents:Zone?", warning));
    }

    [Fact]
    public void A_missing_file_is_named_with_what_to_do() =>
        Assert.Contains("there is no file /x/y.pem. Check the path", FileProblem.Of(new FileNotFoundException("Could not find file '/x/y.pem'.", "/x/y.pem")));
}
