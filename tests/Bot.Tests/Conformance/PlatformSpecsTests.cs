using System.Text.Json;
using Sitrep.Conformance;
using Xunit.Abstractions;

namespace Sitrep.Tests.Conformance;

/// <summary>The validator against the platforms' own documents.</summary>
public sealed class PlatformSpecsTests(ITestOutputHelper output)
{
    [Fact]
    public void Slack_s_own_views_pass_and_a_broken_one_is_found_where_it_is_broken()
    {
        if (PlatformSpecs.Found is not { } specs)
        {
            output.WriteLine(PlatformSpecs.Skipped);
            return;
        }

        var schema = specs.Schema("schemas-from-types/slack-view.json");
        var views = specs.Files("slack-views");
        Assert.NotEmpty(views);
        foreach (var view in views) Assert.Empty(schema.Validate(specs.Json(view), "/definitions/SlackView"));

        var broken = JsonElement.Parse(
            """{"type":"modal","title":{"type":"mrkdwn","text":"T"},"submit":{"type":"plain_text","text":7},"blocks":[]}"""
        );
        Assert.Equal(
            ["/submit/text", "/title/type"],
            schema.Validate(broken, "/definitions/SlackView").Select(one => one.Path).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void A_request_body_is_judged_by_the_operation_it_belongs_to()
    {
        if (PlatformSpecs.Found is not { } specs)
        {
            output.WriteLine(PlatformSpecs.Skipped);
            return;
        }

        const string CreateMessage = "/paths/~1channels~1{channel_id}~1messages/post/requestBody/content/application~1json/schema";
        var api = specs.Schema("discord-openapi/openapi.bot.json");
        Assert.Empty(
            api.Validate(
                JsonElement.Parse(
                    """{"content":"up","allowed_mentions":{"parse":[]},"components":[{"type":1,"components":[{"type":2,"style":1,"custom_id":"ack:INC-1","label":"Ack"}]}]}"""
                ),
                CreateMessage
            )
        );
        Assert.Equal(
            "/components/0/components/0/style",
            Assert
                .Single(
                    api.Validate(
                        JsonElement.Parse("""{"components":[{"type":1,"components":[{"type":2,"style":"blue","custom_id":"a"}]}]}"""),
                        CreateMessage
                    )
                )
                .Path
        );
    }

    [Fact]
    public void Every_keyword_in_every_schema_is_one_that_the_validator_knows()
    {
        if (PlatformSpecs.Found is not { } specs)
        {
            output.WriteLine(PlatformSpecs.Skipped);
            return;
        }

        // A schema with nothing to judge it by still names its keywords: judge null by every definition there is.
        foreach (var file in specs.Files("schemas-from-types"))
            foreach (var definition in specs.Json(file).GetProperty("definitions").EnumerateObject())
                specs.Schema(file).Validate(JsonElement.Parse("null"), Violation.Below("/definitions", definition.Name));
        foreach (
            var definition in specs
                .Json("discord-openapi/openapi.full.json")
                .GetProperty("components")
                .GetProperty("schemas")
                .EnumerateObject())
            specs
                .Schema("discord-openapi/openapi.full.json")
                .Validate(JsonElement.Parse("null"), Violation.Below("/components/schemas", definition.Name));
    }
}
