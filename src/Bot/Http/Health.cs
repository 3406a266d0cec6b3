using Sitrep.Chat;
using Sitrep.Storage;

namespace Sitrep.Http;

/// <summary><c>/healthz/live</c>: the process answers. <c>/healthz/ready</c>: the database takes a real write.</summary>
internal static class Health
{
    // Monitors often ask by HEAD; the server leaves the body out by itself.
    private static readonly string[] _asking = [HttpMethods.Get, HttpMethods.Head];

    /// <summary>Adds the routes.</summary>
    public static void MapHealth(this IEndpointRouteBuilder routes)
    {
        routes.MapMethods("/healthz/live", _asking, context => context.Response.WriteAsync("live\n"));
        routes.MapMethods("/healthz/ready", _asking, ReadyAsync);
    }

    // A check that hangs is of no use to whoever asks: the same patience as a person's command has.
    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(2.5);

    private static async Task ReadyAsync(HttpContext context)
    {
        var problem = await ProblemAsync(
            context.RequestServices.GetRequiredService<WriteQueue>(),
            context.RequestServices.GetRequiredService<TimeProvider>());
        context.Response.StatusCode = problem is null ? StatusCodes.Status200OK : StatusCodes.Status503ServiceUnavailable;
        // A platform that is away makes nothing unready: commands, and the built-in chat, go on without it.
        var platforms = context
            .RequestServices.GetServices<IEffectTarget>()
            .Where(platform => platform.Problem is not null)
            .Select(platform => $"{platform.Name}: {platform.Problem}\n");
        await context.Response.WriteAsync((problem is null ? "ready\n" : $"not ready: {problem}\n") + string.Concat(platforms));
    }

    /// <summary>Writes to the database.</summary>
    /// <returns>What is wrong; null where it can be written to.</returns>
    public static async Task<string?> ProblemAsync(WriteQueue writes, TimeProvider clock)
    {
        try
        {
            var now = Instants.ToText(clock.GetUtcNow());
            await writes.RunAsync(transaction => transaction.Run(
                "insert into health (id, checked_at) values (1, $1) on conflict (id) do update set checked_at = $1", now), _patience);
            return null;
        }
        catch (StoreException problem)
        {
            return problem.Advice;
        }
        catch (NotSavedException problem)
        {
            return problem.Message;
        }
    }
}
