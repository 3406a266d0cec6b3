namespace Sitrep.LocalSlack;

/// <summary>The command line: <c>--port 5090 [--request-url URL] [--rate-limits]</c>; with a request URL deliveries go there.</summary>
internal static class Launch
{
    public static LocalSlackOptions Read(string[] args)
    {
        var options = new LocalSlackOptions { Port = 5090 };
        for (var i = 0; i < args.Length; i++)
        {
            options = args[i] switch
            {
                "--port" => options with { Port = int.Parse(args[++i]) },
                "--request-url" => options with { RequestUrl = new(args[++i]), SocketMode = false },
                "--rate-limits" => options with { RateLimits = true },
                "--bot-token" => options with { BotToken = args[++i] },
                "--app-token" => options with { AppToken = args[++i] },
                "--signing-secret" => options with { SigningSecret = args[++i] },
                var unknown => throw new ArgumentException($"Unknown option {unknown}", nameof(args)),
            };
        }

        return options;
    }
}
