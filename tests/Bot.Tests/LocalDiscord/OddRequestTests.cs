using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;
using Sitrep.LocalDiscord;
using Sitrep.LocalDiscord.Rest;
using Sitrep.LocalDiscord.State;

namespace Sitrep.Tests.LocalDiscord;

/// <summary>
/// Every member of a good request is replaced by every odd value: Discord refuses, and so does the server, and it never
/// breaks.
/// </summary>
public abstract class OddRequests : DiscordTest
{
    private static readonly string[] _odd =
    [
        "null",
        "7",
        "-1",
        "1e400",
        "true",
        "\"\"",
        "\"x\"",
        "[]",
        "{}",
        "[null]",
        "[[7]]",
        "{\"a\":null}",
        "\"\\ud800\"",
        "99999999999999999999",
    ];

    public static TheoryData<string, string, string> Requests =>
        new()
        {
            {
                "POST",
                $"/channels/{World.GeneralId}/messages",
                """{"content":"x","nonce":"n","enforce_nonce":true,"flags":0,"allowed_mentions":{"parse":[],"users":["1"],"replied_user":true},"message_reference":{"message_id":"1","fail_if_not_exists":false},"embeds":[{"title":"t","fields":[{"name":"n","value":"v","inline":true}],"footer":{"text":"f"}}],"components":[{"type":1,"components":[{"type":2,"style":1,"label":"l","custom_id":"c"}]}],"attachments":[{"id":0,"description":"d"}]}"""
            },
            {
                "POST",
                $"/guilds/{World.GuildId}/channels",
                """{"name":"x","type":0,"topic":"t","parent_id":"1000000000000000010","position":1,"rate_limit_per_user":0,"permission_overwrites":[{"id":"1","type":0,"allow":"1024","deny":"0"}]}"""
            },
            {
                "PATCH",
                $"/channels/{World.GeneralId}",
                """{"name":"x","topic":"t","parent_id":null,"position":1,"permission_overwrites":[]}"""
            },
            {
                "POST",
                $"/channels/{World.ForumId}/threads",
                """{"name":"x","auto_archive_duration":60,"applied_tags":[],"message":{"content":"x","embeds":[],"components":[]}}"""
            },
            { "POST", $"/channels/{World.GeneralId}/threads", """{"name":"x","type":11,"auto_archive_duration":60}""" },
            { "PUT", $"/channels/{World.GeneralId}/permissions/{World.BotRoleId}", """{"type":0,"allow":"1024","deny":"0"}""" },
            { "POST", "/users/@me/channels", """{"recipient_id":"1000000000000000101"}""" },
            {
                "PUT",
                $"/applications/{World.ApplicationId}/guilds/{World.GuildId}/commands",
                """[{"name":"a","description":"d","type":1,"default_member_permissions":"0","options":[{"type":3,"name":"o","description":"d","required":true,"choices":[{"name":"c","value":"c"}],"max_length":5}]}]"""
            },
        };

    [Theory]
    [MemberData(nameof(Requests))]
    public async Task Nothing_that_is_sent_breaks_it(string method, string path, string good)
    {
        foreach (var body in Variants(good))
        {
            using var request = new HttpRequestMessage(new(method), RestApi.Base + path)
            {
                Content = new StringContent(body, System.Text.Encoding.UTF8, "application/json"),
            };
            using var answer = await Discord.Http.SendAsync(request);
            Assert.True((int)answer.StatusCode < 500, $"{(int)answer.StatusCode} to {body}");
            Assert.True((int)answer.StatusCode < 300 || answer.Content.Headers.ContentType?.MediaType == "application/json", body);
            if ((int)answer.StatusCode >= 400) Assert.NotNull((await answer.Content.ReadFromJsonAsync<JsonNode>())!["code"]);
        }
    }

    private static IEnumerable<string> Variants(string good)
    {
        using var document = JsonDocument.Parse(good);
        yield return good;
        foreach (var odd in _odd) yield return odd;
        // As text, because some of the odd values are none that a JSON library would write.
        foreach (var (start, length) in Places(good))
            foreach (var odd in _odd)
                yield return good[..start] + odd + good[(start + length)..];
    }

    // Every value behind a colon or in a list, found by reading the text's tokens.
    private static List<(int Start, int Length)> Places(string json)
    {
        var bytes = System.Text.Encoding.UTF8.GetBytes(json);
        var reader = new Utf8JsonReader(bytes);
        List<(int, int)> places = [];
        while (reader.Read())
        {
            if (reader.TokenType is JsonTokenType.PropertyName or JsonTokenType.EndArray or JsonTokenType.EndObject) continue;
            var start = (int)reader.TokenStartIndex;
            var copy = reader;
            copy.Skip();
            places.Add((start, (int)copy.BytesConsumed - start));
        }

        return places;
    }
}

/// <summary>With the published schemas: what is accepted is answered as they say.</summary>
public sealed class OddRequestTests : OddRequests;

/// <summary>Without them, as where they are absent: nothing breaks either.</summary>
public sealed class OddRequestWithoutSchemasTests : OddRequests
{
    private protected override DiscordOptions Options => base.Options with { ChecksSchemas = false };
}
