using System.Collections.Concurrent;
using System.Net.Http.Json;
using System.Text.Json.Nodes;

namespace Sitrep.Chaos;

/// <summary>
/// People who type and do not give up: what got no answer is sent again with the same key, as platforms do. What was
/// answered is written down: it may never be lost again.
/// </summary>
internal sealed class Posters : IAsyncDisposable
{
    private readonly HttpClient _http = new() { Timeout = TimeSpan.FromSeconds(5) };
    private readonly CancellationTokenSource _stop = new();
    private readonly ConcurrentDictionary<string, int> _acknowledged = new();
    private readonly ConcurrentQueue<int> _statuses = new();
    private readonly List<Task> _people = [];
    private Uri? _where;

    /// <summary>How long each rests between two sentences.</summary>
    public TimeSpan Breath { get; init; }

    /// <summary>What was acknowledged: the text, and its incident.</summary>
    public IReadOnlyDictionary<string, int> Acknowledged => _acknowledged;

    /// <summary>Answers of 500 and above.</summary>
    public int ServerErrors => _statuses.Count(status => status >= 500);

    /// <summary>Where the bot is now; null while it is down.</summary>
    public Uri? Where
    {
        get => Volatile.Read(ref _where);
        set => Volatile.Write(ref _where, value);
    }

    /// <summary>Lets people type into incidents that exist.</summary>
    public void Start(int people, int incidents)
    {
        for (var person = 0; person < people; person++)
        {
            var name = $"p{person}";
            var incident = (person % incidents) + 1;
            _people.Add(Task.Run(() => TypeAsync(name, incident)));
        }
    }

    /// <summary>Lets everybody finish the sentence they are in.</summary>
    public async Task FinishAsync()
    {
        await _stop.CancelAsync();
        await Task.WhenAll(_people);
    }

    /// <summary>Sends one text until it is answered.</summary>
    /// <returns>The answer; null where nobody answered within the tries.</returns>
    public async Task<JsonNode?> SendAsync(string user, string text, string key, int tries = 1, string channel = "general")
    {
        for (var i = 0; i < tries; i++)
        {
            if (Where is { } where)
            {
                try
                {
                    using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(where, $"api/chat/{channel}/messages"))
                    {
                        Content = JsonContent.Create(new { user, text }),
                    };
                    request.Headers.Add("Idempotency-Key", key);
                    using var response = await _http.SendAsync(request);
                    _statuses.Enqueue((int)response.StatusCode);
                    // Who is asked to try again, and means to, does so with the same key.
                    if (response.IsSuccessStatusCode
                        && JsonNode.Parse(await response.Content.ReadAsStringAsync()) is { } reply
                        && (i + 1 == tries || !IsTooSlow(reply)))
                        return reply;
                }
                catch (Exception problem)
                    when (problem is HttpRequestException or OperationCanceledException or IOException or System.Text.Json.JsonException)
                {
                    // The bot is down, or died in the middle of its answer.
                }
            }

            if (i + 1 < tries) await Task.Delay(10);
        }

        return null;
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        _stop.Dispose();
        _http.Dispose();
    }

    private static bool IsTooSlow(JsonNode reply) =>
        reply["reply"]!.GetValue<string>().Contains("the disk did not answer within 2.5 s", StringComparison.Ordinal);

    private async Task TypeAsync(string name, int incident)
    {
        for (var n = 0; !_stop.IsCancellationRequested; n++)
        {
            var text = $"{name}-{n}";
            // A sentence that was begun is finished, however long the bot is down.
            while (await SendAsync(name, $"/timeline INC-{incident} {text}", text) is not { } reply || reply["refused"]!.GetValue<bool>())
                await Task.Delay(10);
            _acknowledged[text] = incident;
            if (Breath > TimeSpan.Zero) await Task.Delay(Breath, CancellationToken.None);
        }
    }
}
