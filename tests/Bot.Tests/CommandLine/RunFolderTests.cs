using System.Diagnostics;
using Sitrep.Tests.Support;

namespace Sitrep.Tests.CommandLine;

public sealed class RunFolderTests
{
    [Fact]
    public async Task Files_and_data_are_looked_for_where_the_command_is_typed()
    {
        using var asked = Process.Start(
            new ProcessStartInfo(
                "dotnet",
                ["msbuild", Path.Combine(Repository.Root, "src", "Bot", "Bot.csproj"), "-getProperty:RunWorkingDirectory"])
            {
                RedirectStandardOutput = true,
                UseShellExecute = false,
            })!;
        var folder = await asked.StandardOutput.ReadToEndAsync();
        await asked.WaitForExitAsync();
        Assert.Equal(0, asked.ExitCode);
        Assert.Equal("", folder.Trim());
    }
}
