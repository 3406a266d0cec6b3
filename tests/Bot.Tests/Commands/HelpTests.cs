using Sitrep.Commands;
using Sitrep.Commands.Grammar;
using Sitrep.Tests.Support;

namespace Sitrep.Tests.Commands;

public sealed class HelpTests
{
    [Fact]
    public void Help_is_what_was_approved()
    {
        var received = string.Concat(
            CommandTable.All.Select(command => $"{command.Usage}\n    {command.Summary}\n    {command.Example}\n"));
        Approved.Is("Commands", "help", received);
    }

    [Fact]
    public async Task Every_example_in_the_help_is_understood()
    {
        foreach (var command in CommandTable.All)
        {
            var typed = CommandReader.Read(command.Example);
            Assert.Equal(command.GetType(), Assert.IsType<KnownCommand>(typed).Command.GetType());
            Assert.Contains("`" + command.Example.Split(' ')[0], "`" + command.Usage);
            await using var bot = new TestBot();
            Assert.Contains(command.Usage, (await bot.Type("ana", "/incident help " + command.Name)).Message.PlainText);
        }
    }
}
