using Sitrep.LocalSlack;

var options = Launch.Read(args);
await using var server = await LocalSlackServer.Start(options);
Console.WriteLine(
    $"Local Slack: {server.ApiUrl} bot token {server.Workspace.App.BotToken} app token {server.Workspace.App.AppToken} signing secret {server.Workspace.App.SigningSecret}"
);
await server.Serve();
