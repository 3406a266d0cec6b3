using System.Text.Json;
using Sitrep.Storage;

namespace Sitrep.Http;

/// <summary>Turns whatever goes wrong behind it into problem details: nobody gets an empty answer or a stack trace.</summary>
internal static class ProblemAnswers
{
    /// <summary>Adds it.</summary>
    public static IApplicationBuilder UseProblemAnswers(this IApplicationBuilder app) => app.Use(async (context, next) =>
    {
        try
        {
            await next(context);
            if (context.Response is { HasStarted: false, StatusCode: >= 400, ContentType: null }) await FillAsync(context);
        }
        catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested)
        {
            // Nobody listens any more.
        }
        catch (Exception problem) when (!context.Response.HasStarted)
        {
            await AnswerAsync(context, problem);
        }
    });

    private static Task FillAsync(HttpContext context) =>
        context.Response.StatusCode switch
        {
            StatusCodes.Status405MethodNotAllowed => Problems.WriteAsync(
                context,
                StatusCodes.Status405MethodNotAllowed,
                "Wrong method",
                $"{context.Request.Path} does not take {context.Request.Method}."),
            StatusCodes.Status404NotFound => Problems.WriteAsync(
                context,
                StatusCodes.Status404NotFound,
                "Nothing here",
                $"{context.Request.Path} does not exist. The chat is at /, its messages at /api/chat/general/messages."),
            var status => Problems.WriteAsync(context, status, "Refused", "Nothing was stored."),
        };

    private static Task AnswerAsync(HttpContext context, Exception problem)
    {
        context
            .RequestServices.GetRequiredService<ILoggerFactory>()
            .CreateLogger(typeof(ProblemAnswers))
            .Log(
                problem is BadHttpRequestException ? LogLevel.Debug : LogLevel.Error,
                problem,
                "{Method} {Path} failed",
                context.Request.Method,
                context.Request.Path);
        switch (problem)
        {
            case BadHttpRequestException { StatusCode: StatusCodes.Status413PayloadTooLarge }:
                return Problems.WriteAsync(
                    context,
                    StatusCodes.Status413PayloadTooLarge,
                    "Too long",
                    "Nothing was stored. A message has at most 1 MiB.");
            case BadHttpRequestException bad:
                return Problems.WriteAsync(
                    context,
                    bad.StatusCode,
                    "Not understood",
                    "Nothing was stored. The request was broken off or is no HTTP.");
            case QueueFullException:
                context.Response.Headers.RetryAfter = "1";
                return Problems.WriteAsync(
                    context,
                    StatusCodes.Status503ServiceUnavailable,
                    "Busy",
                    "Nothing was stored: too much waits to be written. Send it again in a second.");
            case WriteTooSlowException { Certain: true }:
                return Problems.WriteAsync(
                    context,
                    StatusCodes.Status503ServiceUnavailable,
                    "Not saved",
                    "Nothing was stored: the disk did not answer within 2.5 s. Send it again.");
            case WriteTooSlowException:
                return Problems.WriteAsync(
                    context,
                    StatusCodes.Status503ServiceUnavailable,
                    "Not confirmed",
                    "The disk did not answer within 2.5 s; it may still be stored. Send it again with the same Idempotency-Key: nothing is done twice."
                );
            case StoreException fault:
                var isReading = HttpMethods.IsGet(context.Request.Method);
                return Problems.WriteAsync(
                    context,
                    StatusCodes.Status503ServiceUnavailable,
                    isReading ? "Not read" : "Not saved",
                    $"{(isReading ? "The answer failed" : "Nothing was stored")}: {fault.Advice}");
            case JsonException or FormatException when HttpMethods.IsGet(context.Request.Method):
                return Problems.WriteAsync(
                    context,
                    StatusCodes.Status500InternalServerError,
                    "A row cannot be read",
                    "What is stored there cannot be understood; the log names it. Run doctor; where it finds damage, put a backup back: restore FILE"
                );
            default:
                return Problems.WriteAsync(
                    context,
                    StatusCodes.Status500InternalServerError,
                    "A fault of the bot",
                    "The answer failed; the log says why. Send it again with the same Idempotency-Key: nothing is done twice.");
        }
    }
}
