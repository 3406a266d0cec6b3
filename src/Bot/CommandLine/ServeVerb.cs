using Sitrep.Chat.Slack;
using Sitrep.CommandLine.Wording;
using Sitrep.Hosting;
using Sitrep.Storage;

namespace Sitrep.CommandLine;

/// <summary><c>serve</c>: the bot.</summary>
internal sealed class ServeVerb : Verb
{
    public override string Name => "serve";

    public override string Usage => "serve";

    public override string Summary => "serve the bot and its built-in chat (the default)";

    public override IReadOnlyList<string> Examples =>
        ["serve", "serve --Urls http://127.0.0.1:8080", "serve --Incidents:Zone Europe/Berlin"];

    public override Task<int> RunAsync(CommandLineArguments arguments, Terminal terminal)
    {
        arguments.Only();
        if (arguments.Values.Count > 0) throw new UsageException($"serve takes no \"{arguments.Values[0]}\".");
        return RunAsync(BotHost.Build(arguments.Configuration()), terminal, typed: arguments.Options.Keys);
    }

    /// <summary>Starts a server, prints the ready line and waits for its end.</summary>
    internal static async Task<int> RunAsync(WebApplication app, Terminal terminal, string remark = "", IEnumerable<string>? typed = null)
    {
        foreach (var unknown in UnknownKeys.In(app.Configuration, typed ?? [])) await terminal.Talk.WriteLineAsync(unknown);
        await using (app)
        {
            try
            {
                await app.StartAsync();
            }
            catch (IOException problem)
            {
                // Kestrel's word for a port that is taken.
                await terminal.Talk.WriteLineAsync(
                    $"{problem.Message} Stop what listens there, or choose another: --Urls http://127.0.0.1:5081"
                );
                return ExitCodes.Failed;
            }

            var store = app.Services.GetRequiredService<IStore>();
            var slack = app.Services.GetService<SlackConnection>()?.Shown ?? "Slack is not connected";
            var discord = app.Services.GetService<Sitrep.Chat.Discord.Gateway.GatewayWorker>() is null
                ? "Discord is not connected"
                : "Discord connects";
            await terminal.Data.WriteLineAsync(
                $"Sitrep is ready: {string.Join(", ", app.Urls)} · {store.Place} ({store.Engine}) · built-in chat; {slack}; {discord}{remark}{ListeningRemark.Of(app.Urls)}"
            );
            await terminal.Data.FlushAsync();
            await app.WaitForShutdownAsync();
            return ExitCodes.Done;
        }
    }
}
