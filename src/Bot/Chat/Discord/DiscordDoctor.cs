using Sitrep.Chat.Discord.Gateway;
using Sitrep.Chat.Discord.Rest;

namespace Sitrep.Chat.Discord;

/// <summary>Looks whether Discord lets the bot do what it must: token, server, intents, rights, category.</summary>
internal sealed class DiscordDoctor(DiscordRest rest, DiscordServer server, PermissionCalculator rights, DiscordOptions options)
{
    // Application flags: the message-content intent, for applications in few servers and in many.
    private const int MessageContent = (1 << 18) | (1 << 19);

    private const long InChannel =
        Permissions.ViewChannel | Permissions.SendMessages | Permissions.ReadMessageHistory | Permissions.ManageChannels;
    private const long InThread = Permissions.ViewChannel | Permissions.SendMessagesInThreads | Permissions.ReadMessageHistory;

    /// <summary>All findings, none where Discord is not connected; what needs a token or a server that is not there is left out.</summary>
    public static async Task<IReadOnlyList<DoctorResult>> LookAsync(DiscordOptions options)
    {
        if (options.BotToken is not { } token) return [];
        using var http = DiscordRegistration.Client(options);
        var rest = new DiscordRest(http, token, new RateLimits(TimeProvider.System), TimeProvider.System);
        var server = new DiscordServer(rest, options);
        return await new DiscordDoctor(rest, server, new(rest, server), options).LookAsync(CancellationToken.None);
    }

    private async Task<IReadOnlyList<DoctorResult>> LookAsync(CancellationToken cancellation)
    {
        var findings = new List<DoctorResult>();
        if (!await LookAsync(findings, "token", async () =>
        {
            var application = (await rest.SendAsync(RestRoute.Get("applications/@me"), null, cancellation)).Read(
                    DiscordJson.Default.ApplicationObject);
            findings.Add(Intents(application));
            return $"{application.Name ?? "application"} {application.Id}";
        })) return findings;
        await LookAsync(findings, "gateway", async () => await GatewayAsync(cancellation));
        if (!await LookAsync(findings, "server", async () =>
                (await GuildAsync(cancellation)).Name ?? await server.GuildIdAsync(cancellation)))
            return findings;
        await LookAsync(findings, "permissions", async () => await RightsAsync(cancellation));
        await LookAsync(findings, "room", async () => await RoomAsync(cancellation));
        return findings;
    }

    private static async Task<bool> LookAsync(List<DoctorResult> findings, string name, Func<Task<string>> look)
    {
        try
        {
            findings.Add(new(name, true, await look()));
            return true;
        }
        catch (Exception problem) when (problem is PlatformRefusalException or HttpRequestException or InvalidDataException)
        {
            findings.Add(new(name, false, problem.Message));
            return false;
        }
    }

    private DoctorResult Intents(ApplicationObject application) =>
        (options.RecordReactions, (application.Flags & MessageContent) != 0) switch
        {
            (true, false) => new(
                "intents",
                false,
                "Discord:RecordReactions needs the message-content intent. Fix: discord.com/developers/applications, your application, Bot > Message Content Intent; or set it to false."
            ),
            (true, true) => new("intents", true, "message content is allowed"),
            _ => new("intents", true, "none that is privileged is needed"),
        };

    private async Task<string> GatewayAsync(CancellationToken cancellation)
    {
        var gateway = (await rest.SendAsync(RestRoute.Get("gateway/bot"), null, cancellation)).Read(GatewayJson.Default.GatewayBot);
        return gateway.SessionStartLimit is { } limit
            ? $"{gateway.Url}, {limit.Remaining} of {limit.Total} sessions left today"
            : gateway.Url;
    }

    private async Task<GuildObject> GuildAsync(CancellationToken cancellation) =>
        (await rest.SendAsync(RestRoute.Get("guilds/{}", await server.GuildIdAsync(cancellation)), null, cancellation)).Read(
            DiscordJson.Default.GuildObject);

    private async Task<string> RightsAsync(CancellationToken cancellation)
    {
        var have = await rights.EverywhereAsync(cancellation);
        if ((have & Permissions.Administrator) != 0) return "Administrator, which is more than the bot needs";
        var missing = Permissions.Needed.Where(right => (have & right.Bit) == 0).Select(right => $"{right.Name} ({right.Why})").ToList();
        return missing.Count == 0
            ? $"all {Permissions.Needed.Count} that are needed ({Permissions.Number})"
            : throw new InvalidDataException(
                $"missing: {string.Join(", ", missing)}. Fix: open the invite link of the README again with permissions={Permissions.Number}."
            );
    }

    private async Task<string> RoomAsync(CancellationToken cancellation)
    {
        var channels = await server.ChannelsAsync(cancellation);
        if (options.Room == IncidentPlace.Channel)
        {
            if (options.Category is not { } wanted) return "a channel each, in no category";
            var category = channels.FirstOrDefault(channel =>
                channel.Type == ChannelType.Category
                && (channel.Id == wanted || string.Equals(channel.Name, wanted, StringComparison.OrdinalIgnoreCase)))
                ?? throw new InvalidDataException(
                    $"there is no category \"{wanted}\". Fix: make it, or change Discord:Category. Until then channels are opened outside of any."
                );
            return await AllowedAsync(category.Id, wanted, InChannel, $"a channel each, in {wanted}", cancellation);
        }

        if (options.RoomParent is not { } parent)
            return $"a {options.Room.ToString().ToLowerInvariant()} each, in the announcement channel";
        var found = channels.FirstOrDefault(channel =>
            channel.Id == parent || string.Equals(channel.Name, parent, StringComparison.OrdinalIgnoreCase)
        ) ?? throw new InvalidDataException($"there is no channel \"{parent}\". Fix: make it, or change Discord:RoomParent.");
        return await AllowedAsync(
            found.Id,
            parent,
            InThread,
            $"a {options.Room.ToString().ToLowerInvariant()} each, in {parent}",
            cancellation);
    }

    // A category or a channel may deny what the server allows.
    private async Task<string> AllowedAsync(string channel, string name, long wanted, string well, CancellationToken cancellation)
    {
        var have = await rights.InAsync(channel, cancellation);
        var denied = Permissions
            .Needed.Where(right => (wanted & right.Bit) != 0 && (have & right.Bit) == 0)
            .Select(right => right.Name)
            .ToList();
        return denied.Count == 0
            ? well
            : throw new InvalidDataException(
                $"in {name} the bot is denied: {string.Join(", ", denied)}. Fix: {name} > Edit > Permissions, and allow them to the bot's role."
            );
    }
}
