using Sitrep.Chat;
using Sitrep.Chat.Effects;
using Sitrep.Chat.Events;
using Sitrep.Chat.Slack.Api;
using Sitrep.Chat.Slack.Http;
using Sitrep.Hosting;
using Sitrep.Occurrences;
using Sitrep.Prose;
using Sitrep.Storage;

namespace Sitrep.Benchmarks.Hosts;

/// <summary>The bot in a child process, as it is, or with one thing changed to have something to compare it with.</summary>
internal static class OwnHost
{
    /// <summary>The bot itself.</summary>
    public const string Bot = "bot";

    /// <summary>Verifies and parses what arrives, answers as the bot does, and stores nothing.</summary>
    public const string Floor = "floor";

    /// <summary>The bot with a transaction and an fsync for every command.</summary>
    public const string OneByOne = "one-by-one";

    /// <summary>Runs until it is killed.</summary>
    public static async Task RunAsync(string what, string[] arguments)
    {
        var app = BotHost.Build(arguments, wire: services =>
        {
            if (what == OneByOne)
                services.AddSingleton(provider => new WriteQueue(provider.GetRequiredService<IStore>(), mostPerCommit: 1));
        });
        if (what == Floor)
            app.Use(next =>
                context =>
                    HttpMethods.IsPost(context.Request.Method) && context.Request.Path == "/slack/events"
                        ? AnswerAsync(context)
                        : next(context));
        await app.StartAsync();
        if (what != Floor) await DeclareAsync(app.Services.GetRequiredService<CommandHandler>());
        await app.WaitForShutdownAsync();
    }

    // The incident that the load writes to; a repeat on an existing database finds it.
    private static Task<Reply> DeclareAsync(CommandHandler handler) =>
        handler.HandleAsync(
            new TextTyped(
                new(Platforms.Slack, "C2147483705"),
                new(Platforms.Slack, "U1", "amina"),
                "declare-once",
                "/incident start Checkout returns 500s sev2"));

    private static async Task AnswerAsync(HttpContext context)
    {
        using var body = await RawBody.ReadAsync(context);
        var headers = context.Request.Headers;
        var signature = context.RequestServices.GetRequiredService<RequestSignature>();
        if (!signature.IsValid(headers[RequestSignature.SignatureHeader], headers[RequestSignature.TimestampHeader], body.Signed)
            || SlackForm.Read(body.Bytes).Command is not { } command)
        {
            context.Response.StatusCode = StatusCodes.Status401Unauthorized;
            return;
        }

        await SlackAnswer.SendAsync(context, json =>
            SlackAnswer.Write(json, Message.Of(Line.Of($"Added to INC-1: \"{command.Typed}\"."))));
    }
}
