using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Sitrep.LocalDiscord.Faults;
using Sitrep.LocalDiscord.Gateway;
using Sitrep.LocalDiscord.Limits;
using Sitrep.LocalDiscord.People;
using Sitrep.LocalDiscord.Rest;
using Sitrep.LocalDiscord.State;

namespace Sitrep.LocalDiscord;

/// <summary>
/// Discord on this machine: REST v10 below <c>/api/v10</c>, the gateway at <c>/</c>, a second address for resumed
/// sessions, and what people do and see under <c>/control</c>. Everything real but the people.
/// </summary>
public sealed class DiscordServer : IAsyncDisposable
{
    private readonly WebApplication _app;

    private DiscordServer(DiscordOptions options)
    {
        World = new(options, new ShiftedClock(options.Clock));
        Administrator = new(World);
        Gateway = new(World);
        _app = Build(options);
    }

    public World World { get; }

    /// <summary>The owner's hand in the server's settings.</summary>
    public Administrator Administrator { get; }

    /// <summary>Trouble on the gateway.</summary>
    public GatewayTrouble Gateway { get; }

    /// <summary>Trouble on REST.</summary>
    public FaultPlan Faults { get; } = new();

    public Ledger Ledger => World.Ledger;

    /// <summary>Like <c>http://127.0.0.1:5091</c>; the API is below <c>/api/v10</c>.</summary>
    public Uri Url => new(World.Origin);

    public static async Task<DiscordServer> StartAsync(DiscordOptions? options = null)
    {
        var server = new DiscordServer(options ?? new());
        await server._app.StartAsync();
        var urls = server._app.Urls.ToArray();
        server.World.Origin = urls[0];
        server.World.GatewayUrl = urls[0].Replace("http:", "ws:", StringComparison.Ordinal);
        server.World.ResumeUrl = urls[1].Replace("http:", "ws:", StringComparison.Ordinal);
        return server;
    }

    /// <summary>Somebody by user name: ana (the owner), ben, chen or dora, or who joined later.</summary>
    public Person As(string username)
    {
        lock (World.Gate)
            return new(
                World,
                World.Guild.Members.Values.FirstOrDefault(member => member.User.Username == username)
                    ?? throw new NotDoneException($"Nobody is called {username}."));
    }

    /// <summary>Returns when the process is told to stop.</summary>
    public Task WaitAsync() => _app.WaitForShutdownAsync();

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        World.Stopping.TrySetResult();
        lock (World.Gate)
            foreach (var connection in World.Sessions.Connections) connection.Cut();
        await _app.StopAsync();
        await _app.DisposeAsync();
    }

    private WebApplication Build(DiscordOptions options)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.SetMinimumLevel(LogLevel.Warning);
        builder.WebHost.UseUrls($"http://127.0.0.1:{options.Port}", $"http://127.0.0.1:{options.ResumePort}");
        var app = builder.Build();
        var api = new RestApi(World, Faults, new RateLimits(World));
        var control = new ControlRoutes(this);
        var files = new AttachmentDownload(World);
        app.UseWebSockets(new WebSocketOptions { KeepAliveInterval = Timeout.InfiniteTimeSpan });
        app.Run(http => http.Request.Path switch
        {
            { Value: "/" } when http.WebSockets.IsWebSocketRequest => ConnectAsync(http),
            var path when path.StartsWithSegments(RestApi.Base) => api.HandleAsync(http),
            var path when path.StartsWithSegments(ControlRoutes.Base) => control.HandleAsync(http),
            var path when path.StartsWithSegments("/attachments") => files.HandleAsync(http),
            _ => NotFoundAsync(http),
        });
        return app;
    }

    private async Task ConnectAsync(HttpContext http)
    {
        using var socket = await http.WebSockets.AcceptWebSocketAsync();
        var lifetime = (IHostApplicationLifetime)http.RequestServices.GetService(typeof(IHostApplicationLifetime))!;
        await new Connection(socket, World, $"ws://{http.Request.Host}/{http.Request.QueryString}").RunAsync(lifetime.ApplicationStopping);
    }

    private static Task NotFoundAsync(HttpContext http)
    {
        http.Response.StatusCode = 404;
        return Task.CompletedTask;
    }
}
