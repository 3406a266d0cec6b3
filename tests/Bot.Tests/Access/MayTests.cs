using Sitrep.Access;
using Sitrep.Chat;
using Sitrep.Incidents;
using Sitrep.Tests.Support;

namespace Sitrep.Tests.Access;

/// <summary>Every kind of viewer before every kind of incident.</summary>
public sealed class MayTests
{
    private const string Channel = "C1";
    private static readonly string[] _platforms = [Platforms.Web, Platforms.Slack, Platforms.Discord];

    // Who looks, by the incident's platform, and on which platforms they may see a private one.
    private static readonly Dictionary<string, (Func<string, Viewer> On, string[] See)> _viewers = new()
    {
        ["nobody in particular"] = (_ => Viewer.Anybody, []),
        ["what was never said"] = (_ => default, []),
        ["who runs the bot"] = (_ => Viewer.Operator, _platforms),
        ["who declared it"] = (here => Viewer.Of(new(here, "ana", "ana")), _platforms),
        ["who declared it, renamed"] = (here => Viewer.Of(new(here, "ana", "anastasia")), _platforms),
        ["who declared it, from another channel"] = (here => Viewer.Of(new(here, "ana", "ana"), new(here, "C2")), _platforms),
        ["who leads it"] = (here => Viewer.Of(new(here, "li", "li")), _platforms),
        ["who holds another role"] = (here => Viewer.Of(new(here, "kim", "kim")), _platforms),
        ["somebody given a role on another platform"] = (_ => Viewer.Of(new("chat", "guest", "guest")), _platforms),
        ["somebody else"] = (here => Viewer.Of(new(here, "tom", "tom")), []),
        ["somebody else, called like who declared it"] = (here => Viewer.Of(new(here, "tom", "ana")), []),
        ["somebody else, from another channel"] = (here => Viewer.Of(new(here, "tom", "tom"), new(here, "C2")), []),
        ["somebody who was invited into its channel"] = (
            here => Viewer.Of(new(here, "tom", "tom"), new(here, Channel)),
            [Platforms.Slack, Platforms.Discord]),
        ["the bot, told what happened in its channel"] = (
            here => Viewer.Of(Person.Named(Platforms.Bot, "sitrep"), new(here, Channel)),
            [Platforms.Slack, Platforms.Discord]),
        ["the id of who declared it, on another platform"] = (here => Viewer.Of(new(Other(here), "ana", "ana")), []),
        ["the id of who leads it, on another platform"] = (here => Viewer.Of(new(Other(here), "li", "li")), []),
        ["a channel of that id, on another platform"] = (here => Viewer.Of(new(Other(here), "tom", "tom"), new(Other(here), Channel)), []),
    };

    public static IEnumerable<object[]> EveryCase =>
        from viewer in _viewers.Keys
        from platform in _platforms
        select (object[])[viewer, platform];

    [Theory]
    [MemberData(nameof(EveryCase))]
    public void A_private_incident_is_seen_by_those_involved_and_those_in_its_channel(string viewer, string platform) =>
        Assert.Equal(
            _viewers[viewer].See.Contains(platform),
            May.See(_viewers[viewer].On(platform), Incident(platform) with { Private = true }));

    [Theory]
    [MemberData(nameof(EveryCase))]
    public void A_public_incident_is_seen_by_everybody(string viewer, string platform) =>
        Assert.True(May.See(_viewers[viewer].On(platform), Incident(platform)));

    [Theory]
    [InlineData("slack")]
    [InlineData("discord")]
    public void Nobody_is_in_a_channel_that_is_not_open_yet(string platform) =>
        Assert.False(
            May.See(
                Viewer.Of(new(platform, "tom", "tom"), new(platform, Channel)),
                Incident(platform) with
                {
                    Private = true,
                    ChannelId = null,
                }));

    private static string Other(string platform) => _platforms[(Array.IndexOf(_platforms, platform) + 1) % _platforms.Length];

    private static Incident Incident(string platform) => Records.Incident() with
    {
        Platform = platform,
        ChannelId = Channel,
        DeclaredBy = new(platform, "ana", "ana"),
        Roles = new Dictionary<string, Person>
        {
            ["lead"] = new(platform, "li", "li"),
            ["comms"] = new(platform, "kim", "kim"),
            ["scribe"] = new("chat", "guest", "guest"),
        },
    };
}
