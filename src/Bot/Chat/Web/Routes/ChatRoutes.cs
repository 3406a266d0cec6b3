using System.Net.Mime;
using Microsoft.Net.Http.Headers;
using Sitrep.Chat.Web.Live;
using Sitrep.Chat.Web.Tables;
using Sitrep.Commands;
using Sitrep.Http;
using Sitrep.Storage;

namespace Sitrep.Chat.Web.Routes;

/// <summary>The built-in chat over HTTP.</summary>
internal static class ChatRoutes
{
    private const int MostNewest = 500;
    private static readonly string[] _numbers = ["after", "last", "before", "pinned"];

    /// <summary>Adds the routes. Plain delegates: typed ones cost tens of milliseconds at start.</summary>
    public static void MapWebChat(this IEndpointRouteBuilder routes)
    {
        routes.MapPost("/api/chat/{channel}/messages", context =>
            context.RequestServices.GetRequiredService<MessageRoute>().PostAsync(context));
        routes.MapGet("/api/chat/{channel}/messages", MessagesAsync);
        routes.MapGet("/api/chat/channels", ChannelsAsync);
        routes.MapGet("/api/chat/pages", PagesAsync);
        routes.MapGet("/api/chat/events", context => context.RequestServices.GetRequiredService<EventStream>().StreamAsync(context));
        routes.MapGet("/api/chat/files/{id}", FileAsync);
        routes.MapGet("/api/commands", context =>
            ChatJson.WriteAsync(context, CommandResource.All, ChatJson.Readable.IReadOnlyListCommandResource));
    }

    /// <summary>The answer to a channel name that cannot be one.</summary>
    public static Task NoChannelAsync(HttpContext context) => Problems.WriteAsync(
        context,
        StatusCodes.Status400BadRequest,
        "Not a channel name",
        "A channel's name is 1 to 100 of a-z, 0-9, - and _, and starts with a letter or digit: general, inc-7-checkout-down.");

    // pinned=1: the card first, wherever it stands; without last, the card alone.
    // after=N: what changed behind revision N. last=N, before=ID: the newest N messages, behind which one scrolls back.
    private static async Task MessagesAsync(HttpContext context)
    {
        if (RequestValues.Channel(context) is not { } channel)
        {
            await NoChannelAsync(context);
            return;
        }

        var query = context.Request.Query;
        if (_numbers.FirstOrDefault(key => query.ContainsKey(key) && RequestValues.Number(query[key]) is null) is { } wrong)
        {
            await Problems.WriteAsync(context, StatusCodes.Status400BadRequest, "Not a number", $"{wrong} is a whole number of 0 or more.");
            return;
        }

        using var connection = Store(context).Open();
        var rows = ChatLog.MayRead(connection, channel, RequestValues.Caller(context)) ? Rows(connection, channel, query) : [];
        await ChatJson.WriteAsync<IReadOnlyList<MessageResource>>(
            context,
            [.. rows.Select(row => row.Shown())],
            ChatJson.Readable.IReadOnlyListMessageResource);
    }

    private static IReadOnlyList<ChatRow> Rows(IReads reads, string channel, IQueryCollection query)
    {
        var card = query.ContainsKey("pinned") ? ChatLog.Pinned(reads, channel) : null;
        if (RequestValues.Number(query["last"]) is not { } last)
            return query.ContainsKey("pinned") ? card is null ? [] : [card]
                : ChatLog.After(reads, channel, RequestValues.Number(query["after"]) ?? 0);
        var newest = ChatLog.Newest(reads, channel, RequestValues.Number(query["before"]) ?? long.MaxValue, (int)Math.Min(last, MostNewest));
        return card is null || newest.Any(row => row.id == card.id) ? newest : [card, .. newest];
    }

    // name=X: one channel. before=N, words=W: closed incidents that the list leaves out.
    private static async Task ChannelsAsync(HttpContext context)
    {
        using var connection = Store(context).Open();
        var list = new ChannelList(
            connection,
            context.RequestServices.GetRequiredService<BotSettings>(),
            RequestValues.Caller(context),
            context.RequestServices.GetRequiredService<TimeProvider>().GetUtcNow());
        var query = context.Request.Query;
        var (before, words) = (RequestValues.Number(query["before"]), query["words"].ToString().Trim());
        var channels = query["name"].ToString() is { Length: > 0 } name ? list.Named(name)
            : before is null && words.Length == 0 ? list.Newest()
            : list.Older(before, words.Length == 0 ? null : words);
        await ChatJson.WriteAsync(context, channels, ChatJson.Readable.IReadOnlyListChannelResource);
    }

    private static async Task PagesAsync(HttpContext context)
    {
        using var connection = Store(context).Open();
        await ChatJson.WriteAsync(
            context,
            WaitingPages.Of(connection, RequestValues.Caller(context)),
            ChatJson.Readable.IReadOnlyListWaitingPageResource);
    }

    private static async Task FileAsync(HttpContext context)
    {
        using var connection = Store(context).Open();
        if (RequestValues.Number(context.Request.RouteValues["id"] as string) is not { } id
            || ChatLog.File(connection, id) is not { } file
            || !ChatLog.MayRead(connection, file.Channel, RequestValues.Caller(context)))
        {
            await Problems.WriteAsync(
                context,
                StatusCodes.Status404NotFound,
                "No such file",
                "A message that carries a file names its id.");
            return;
        }

        context.Response.ContentType = file.Name.EndsWith(".md", StringComparison.Ordinal)
            ? "text/markdown; charset=utf-8"
            : "text/plain; charset=utf-8";
        var disposition = new ContentDispositionHeaderValue(DispositionTypeNames.Attachment);
        disposition.SetHttpFileName(file.Name);
        context.Response.Headers.ContentDisposition = disposition.ToString();
        await context.Response.WriteAsync(file.Content);
    }

    private static IStore Store(HttpContext context) => context.RequestServices.GetRequiredService<IStore>();
}
