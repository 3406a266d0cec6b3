using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Sitrep.LocalSlack.Faults;
using Sitrep.LocalSlack.State;

namespace Sitrep.LocalSlack.Api;

/// <summary>Answers <c>/api/{method}</c>: faults first, then token, limits, scopes, arguments, and the method itself.</summary>
internal sealed class WebApi(
    IEnumerable<Method> methods,
    Workspace workspace,
    EventFeed events,
    Triggers triggers,
    RateLimits limits,
    FaultScript faults,
    Ledger ledger,
    LocalSlackOptions options,
    Conformity conformity,
    TimeProvider clock,
    Func<Uri> serverUrl)
{
    private readonly Dictionary<string, Method> _methods = methods.ToDictionary(method => method.Name, StringComparer.Ordinal);

    public IReadOnlyCollection<Method> Methods => _methods.Values;

    public async Task Answer(HttpContext context, string name)
    {
        var fault = faults.Meet(name);
        if (fault is { Kind: FaultKind.CutBefore })
        {
            Enter(name, null, 0, "cut", fault);
            context.Abort();
            return;
        }

        var reply = await Reply(context.Request, name, fault);
        Enter(name, reply.Arguments, reply.Status, (string?)reply.Body["error"], fault);
        if (fault is { Kind: FaultKind.AcceptThenCut })
        {
            context.Abort();
            return;
        }

        if (fault is { Kind: FaultKind.AcceptThenHang })
            await Task.Delay(Timeout.InfiniteTimeSpan, clock, context.RequestAborted)
                .ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        if (fault is { Kind: FaultKind.Delay })
            await Task.Delay(fault.Wait, clock, context.RequestAborted).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        if (fault is { Kind: FaultKind.AcceptThenRefusal }) reply = reply with { Body = new SlackRefusalException(fault.Error).ToJson() };
        await Write(context, reply);
    }

    private async Task<Answered> Reply(HttpRequest request, string name, Fault? fault)
    {
        Arguments? shown = null;
        try
        {
            if (!_methods.TryGetValue(name, out var method)) throw new SlackRefusalException("unknown_method");
            var (arguments, token) = await ArgumentReader.Read(request, method.IsFormOnly);
            shown = arguments;
            switch (fault?.Kind)
            {
                case FaultKind.RateLimited: return Limited(shown, fault!.Wait);
                case FaultKind.ServerError: return new(fault.Status, shown, new() { ["ok"] = false, ["error"] = "service_unavailable" });
                case FaultKind.Refusal: throw new SlackRefusalException(fault.Error);
            }

            lock (workspace.Gate) return Run(method, arguments, token);
        }
        catch (SlackRefusalException refusal)
        {
            return new(200, shown, refusal.ToJson());
        }
    }

    private Answered Run(Method method, Arguments arguments, string? token)
    {
        Authentication.Check(workspace.App, method, token);
        if (options.RateLimits && limits.MustWait(method, arguments.Text("channel")) is { } wait) return Limited(arguments, wait);
        var call = new ApiCall(arguments, workspace, events, triggers, serverUrl());
        call.Need(method.Scopes);
        return new(200, arguments, method.Run(call));
    }

    private static Answered Limited(Arguments? arguments, TimeSpan wait) =>
        new(429, arguments, new() { ["ok"] = false, ["error"] = "ratelimited" })
        {
            RetryAfter = (int)Math.Max(1, Math.Ceiling(wait.TotalSeconds)),
        };

    private void Enter(string name, Arguments? arguments, int status, string? error, Fault? fault) =>
        ledger.Add(
            new(
                clock.GetUtcNow(),
                name,
                (JsonObject)(arguments?.Values.DeepClone() ?? new JsonObject()),
                status,
                error,
                fault?.Kind.ToString(),
                conformity.Of(name, arguments)));

    private async Task Write(HttpContext context, Answered reply)
    {
        if (context.RequestAborted.IsCancellationRequested) return;
        var response = context.Response;
        response.StatusCode = reply.Status;
        response.ContentType = "application/json; charset=utf-8";
        response.Headers["x-oauth-scopes"] = string.Join(',', workspace.App.Scopes.Order(StringComparer.Ordinal));
        response.Headers["x-slack-req-id"] = Guid.NewGuid().ToString("N");
        if (reply.RetryAfter is { } seconds) response.Headers.RetryAfter = seconds.ToString(CultureInfo.InvariantCulture);
        await response.WriteAsync(reply.Body.ToJsonString());
    }

    private sealed record Answered(int Status, Arguments? Arguments, JsonObject Body)
    {
        public int? RetryAfter { get; init; }
    }
}
