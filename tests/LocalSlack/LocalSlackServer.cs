using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Sitrep.LocalSlack.Api;
using Sitrep.LocalSlack.Control;
using Sitrep.LocalSlack.Delivery;
using Sitrep.LocalSlack.Faults;
using Sitrep.LocalSlack.Methods;
using Sitrep.LocalSlack.People;
using Sitrep.LocalSlack.State;

namespace Sitrep.LocalSlack;

/// <summary>A Slack of one's own on this machine: Web API, Socket Mode, deliveries over HTTP, and people to type.</summary>
public sealed class LocalSlackServer : IAsyncDisposable
{
    private readonly WebApplication _web;
    private readonly CancellationTokenSource _stopping = new();
    private readonly EventFeed _events;
    private readonly Payloads _payloads;
    private readonly ResponseUrls _responseUrls;

    private LocalSlackServer(LocalSlackOptions options, TimeProvider clock)
    {
        Options = options;
        Workspace = new(options, clock);
        Sockets = new(Workspace.App, options, clock);
        RequestUrl = new(Workspace.App, options, clock);
        Deliveries = new(options.SocketMode ? Sockets : RequestUrl, options, clock, _stopping.Token);
        _events = new(Workspace, Deliveries.Event);
        var triggers = new Triggers(clock);
        var conformity = new Conformity();
        _responseUrls = new(Workspace, _events, Ledger, conformity, clock, () => Url);
        _payloads = new(Workspace, triggers, _responseUrls);
        Administration = new(Workspace, _events);
        Api = new(
            [
                .. ChatMethods.All,
                .. ConversationMethods.All,
                .. Membership.All,
                .. ConversationReads.All,
                .. PinMethods.All,
                .. ReactionMethods.All,
                .. BookmarkMethods.All,
                .. ViewMethods.All,
                .. UserMethods.All,
                .. FileMethods.All,
                .. new AppMethods(Sockets).All,
            ],
            Workspace,
            _events,
            triggers,
            new(clock),
            Faults,
            Ledger,
            options,
            conformity,
            clock,
            () => Url);
        _web = Build();
    }

    public LocalSlackOptions Options { get; }
    public Workspace Workspace { get; }
    public Ledger Ledger { get; } = new();
    public FaultScript Faults { get; } = new(seed: 1);
    public SocketMode Sockets { get; }
    public RequestUrl RequestUrl { get; }
    public Deliveries Deliveries { get; }
    public Administration Administration { get; }
    internal WebApi Api { get; }

    /// <summary>The methods it answers.</summary>
    public IReadOnlyCollection<Method> Methods => Api.Methods;

    /// <summary>Where it listens.</summary>
    public Uri Url { get; private set; } = new("http://127.0.0.1");

    /// <summary>What the bot takes for <c>https://slack.com/api/</c>.</summary>
    public Uri ApiUrl => new(Url, "api/");

    /// <summary>Starts a server.</summary>
    /// <param name="clock">The server's time: of messages, triggers, limits and retries.</param>
    public static async Task<LocalSlackServer> Start(LocalSlackOptions? options = null, TimeProvider? clock = null)
    {
        var server = new LocalSlackServer(options ?? new(), clock ?? TimeProvider.System);
        await server._web.StartAsync();
        server.Url = new(
            server._web.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single() + "/");
        return server;
    }

    /// <summary>Somebody of the workspace, by name or id.</summary>
    public Person As(string user)
    {
        lock (Workspace.Gate) return new(Workspace.UserNamed(user), Workspace, _events, Deliveries, _payloads, _responseUrls);
    }

    /// <summary>Runs until the process is told to stop.</summary>
    public Task Serve() => _web.WaitForShutdownAsync();

    public async ValueTask DisposeAsync()
    {
        await _stopping.CancelAsync();
        Sockets.Cut();
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(1));
        await _web.StopAsync(patience.Token);
        await _web.DisposeAsync();
        RequestUrl.Dispose();
        _stopping.Dispose();
    }

    private WebApplication Build()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, Options.Port));
        var web = builder.Build();
        web.Map("/api/{method}", (HttpContext context, string method) => Api.Answer(context, method));
        web.Map("/link/", Sockets.Serve);
        web.MapPost("/response/{team}/{key}", (HttpContext context, string key) => _responseUrls.Answer(context, key));
        web.MapPost("/upload/v1/{token}", (HttpContext context, string token) => new Uploads(Workspace).Take(context, token));
        new ControlRoutes(this).Map(web);
        return web;
    }
}
