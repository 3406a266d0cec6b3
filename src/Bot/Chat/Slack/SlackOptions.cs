using Sitrep.Configuration;

namespace Sitrep.Chat.Slack;

/// <summary>How Slack is connected; what is not set is switched off.</summary>
/// <param name="BotToken"><c>xoxb-…</c>: lets the bot speak.</param>
/// <param name="AppToken"><c>xapp-…</c>: turns Socket Mode on.</param>
/// <param name="SigningSecret">Turns <c>POST /slack/events</c> on.</param>
/// <param name="ApiUrl">The Web API's address, with a slash at its end.</param>
internal sealed record SlackOptions(Secret? BotToken, Secret? AppToken, Secret? SigningSecret, Uri ApiUrl)
{
    /// <summary>The Web API's address without configuration.</summary>
    public const string DefaultApiUrl = "https://slack.com/api/";

    private const int MostSockets = 10;
    private static readonly string[] _known = ["BotToken", "AppToken", "SigningSecret", "ApiUrl", "Sockets"];

    /// <summary>How many sockets are kept open; Slack allows ten.</summary>
    public int Sockets { get; init; } = 1;

    /// <summary>How long lies between two messages to one channel; Slack allows one a second.</summary>
    public TimeSpan PostsEvery { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>After how long a socket counts as dead on which nothing passes.</summary>
    public TimeSpan SilentAfter { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>Slack is not connected.</summary>
    public static SlackOptions None { get; } = new(null, null, null, new(DefaultApiUrl));

    /// <summary>Reads the section <c>Slack</c>; what is wrong is added to <paramref name="problems"/>.</summary>
    public static SlackOptions Read(IConfiguration configuration, ICollection<string> problems)
    {
        var section = configuration.GetSection("Slack");
        foreach (var child in section.GetChildren().Where(child => !_known.Contains(child.Key, StringComparer.OrdinalIgnoreCase)))
            problems.Add($"Slack:{child.Key}: there is no such key. The keys are {string.Join(", ", _known)}.");
        var secret = section["SigningSecret"];
        // An empty secret would let everybody sign.
        if (secret is not null && secret.Trim().Length == 0)
            problems.Add(
                "Slack:SigningSecret: it is empty. Copy it from your app's page, Basic Information > App Credentials, or remove the key: without it /slack/events is off."
            );
        return new(
            Token(section["BotToken"], "BotToken", "xoxb-", "OAuth & Permissions", problems),
            Token(section["AppToken"], "AppToken", "xapp-", "Basic Information > App-Level Tokens", problems),
            Secret.Of(secret),
            Address(section["ApiUrl"], problems))
        {
            Sockets = Number(section["Sockets"], problems),
        };
    }

    private static int Number(string? text, ICollection<string> problems)
    {
        if (string.IsNullOrWhiteSpace(text)) return 1;
        if (int.TryParse(text, System.Globalization.NumberStyles.None, null, out var number) && number is >= 1 and <= MostSockets)
            return number;
        problems.Add($"Slack:Sockets: \"{text}\" is no number from 1 to {MostSockets}. Example: 1");
        return 1;
    }

    // The value itself is never repeated: it may be a real token in the wrong place.
    private static Secret? Token(string? text, string key, string prefix, string page, ICollection<string> problems)
    {
        var token = text?.Trim();
        if (string.IsNullOrEmpty(token)) return null;
        if (!token.StartsWith(prefix, StringComparison.Ordinal) || token.Any(c => c is <= ' ' or > '~'))
            problems.Add($"Slack:{key}: a token here starts with {prefix}. Copy it from your app's page, {page}.");
        return Secret.Of(token);
    }

    private static Uri Address(string? text, ICollection<string> problems)
    {
        var url = string.IsNullOrWhiteSpace(text) ? DefaultApiUrl : text.Trim().TrimEnd('/') + "/";
        if (Uri.TryCreate(url, UriKind.Absolute, out var address)
            && (address.Scheme == Uri.UriSchemeHttps || address.Scheme == Uri.UriSchemeHttp))
            return address;
        problems.Add($"Slack:ApiUrl: \"{url}\" is no web address. Example: {DefaultApiUrl}");
        return new(DefaultApiUrl);
    }
}
