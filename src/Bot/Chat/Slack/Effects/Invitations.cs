using Sitrep.Chat.Effects;
using Sitrep.Chat.Slack.Api;
using Sitrep.Chat.Slack.Blocks;
using Sitrep.Incidents;
using Sitrep.Prose;

namespace Sitrep.Chat.Slack.Effects;

/// <summary>Brings people into channels (docs.slack.dev/reference/methods/conversations.invite).</summary>
internal sealed class Invitations(SlackApi api, MessagePosting posting)
{
    private const int MostAtOnce = 100;

    // Of so many each is asked for alone, because Slack does not say whom of several it passed over.
    private const int MostAlone = 10;

    /// <summary>Brings them in, and tells who called them of those who cannot come.</summary>
    public async Task<DeliveryResult> InviteAsync(OutboxItem delivery, InvitePeople invite, CancellationToken cancellation)
    {
        var channel = await posting.ChannelAsync(delivery, cancellation);
        var people = invite.People.Where(SlackPeople.Knows).Distinct().ToList();
        var away = new List<Line>();
        foreach (var group in invite.Groups) await InviteAsync(channel, group, away, cancellation);
        if (people.Count > MostAlone)
        {
            await InviteAsync(channel, [.. people.Select(person => person.Id)], cancellation);
            people.Clear();
        }

        foreach (var person in people)
        {
            try
            {
                await InviteAsync(channel, [person.Id], cancellation);
            }
            catch (PlatformRefusalException refusal) when (refusal is { Permanent: true, Lost: null })
            {
                away.Add(Line.Of($"{person} ({Why(refusal.Message)})"));
            }
        }

        if (away.Count > 0) await posting.TellAsync(delivery, TellPerson.Of(invite.By, Told(delivery, channel, away)), cancellation);
        return DeliveryResult.Nothing;
    }

    /// <summary>Brings people in by their ids, as many at once as Slack takes.</summary>
    public async Task InviteAsync(string channel, IReadOnlyList<string> people, CancellationToken cancellation)
    {
        foreach (var guests in people.Where(Mrkdwn.IsId).Distinct(StringComparer.Ordinal).Chunk(MostAtOnce))
        {
            try
            {
                await api.CallAsync("conversations.invite", json =>
                {
                    json.WriteString("channel"u8, channel);
                    json.WriteString("users"u8, string.Join(',', guests));
                    // One guest who cannot come keeps no other away.
                    json.WriteBoolean("force"u8, true);
                }, cancellation);
            }
            catch (PlatformRefusalException refusal) when (refusal.Message is "already_in_channel" or "cant_invite_self")
            {
                // As it should be.
            }
        }
    }

    // A mention reaches those of a group who are in the channel.
    private async Task InviteAsync(string channel, Group group, List<Line> away, CancellationToken cancellation)
    {
        try
        {
            var members = await api.AskAsync("usergroups.users.list", [new("usergroup", group.Id)], cancellation);
            await InviteAsync(channel, [.. members.Items("users").Select(id => id.GetString()).OfType<string>()], cancellation);
        }
        catch (PlatformRefusalException refusal) when (refusal is { Permanent: true, Lost: null })
        {
            away.Add(Line.Of($"those of {group.ToString()} who are not in it ({Why(refusal.Message)})"));
        }
    }

    private static Message Told(OutboxItem delivery, string channel, List<Line> away)
    {
        var line = Line.Of(
            $"⚠️ Into {new ChannelName(delivery.Effect.To.Channel, channel)} ({delivery.Effect.To.Incident?.ToString() ?? ""}) I could not bring "
        );
        for (var i = 0; i < away.Count; i++) line = (i == 0 ? line : line.Then(Line.Of($", "))).Then(away[i]);
        return Message.Of(line.Then(Line.Of($". What is said there does not reach them: call them another way.")));
    }

    private static string Why(string error) => error switch
    {
        "user_not_found" or "user_disabled" => $"{error}: the account is deactivated or elsewhere",
        "user_is_restricted" or "user_is_ultra_restricted" or "ura_max_channels" or "cant_invite" => $"{error}: a guest may not join it",
        "org_user_not_in_team" or "user_team_not_in_channel" or "not_in_same_team" => $"{error}: of another organisation",
        "missing_scope" => error,
        _ => error,
    };
}
