using Sitrep.LocalDiscord;
using Sitrep.LocalDiscord.State;

var options = new DiscordOptions();
for (var i = 0; i < args.Length; i++)
{
    if (args[i] == "--port" && i + 1 < args.Length && int.TryParse(args[i + 1], out var port)) options = options with { Port = port };
    else if (args[i] == "--token" && i + 1 < args.Length) options = options with { Token = args[i + 1] };
    else if (args[i] == "--no-rate-limits") options = options with { RateLimits = options.RateLimits with { IsOn = false } };
    else if (args[i].StartsWith("--", StringComparison.Ordinal))
    {
        await Console.Error.WriteLineAsync("Usage: LocalDiscord [--port N] [--token TOKEN] [--no-rate-limits]");
        return 2;
    }
}

await using var server = await DiscordServer.StartAsync(options);
Console.WriteLine(
    $"LocalDiscord ready: {server.Url}api/v10 guild={World.GuildId} category={World.CategoryId} application={World.ApplicationId} token={options.Token}"
);
await server.WaitAsync();
return 0;
