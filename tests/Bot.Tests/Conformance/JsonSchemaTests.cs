using System.Text.Json;
using Sitrep.Conformance;

namespace Sitrep.Tests.Conformance;

public sealed class JsonSchemaTests
{
    [Theory]
    [InlineData("""{"type":"string"}""", "\"a\"", "1", "")]
    [InlineData("""{"type":["string","null"]}""", "null", "[]", "")]
    [InlineData("""{"type":"integer"}""", "1.0", "1.5", "")]
    [InlineData("""{"type":"string","nullable":true}""", "null", "false", "")]
    [InlineData("""{"enum":["a",2,null]}""", "2", "\"b\"", "")]
    [InlineData("""{"const":{"a":[1]}}""", """{"a":[1]}""", """{"a":[2]}""", "")]
    [InlineData("""{"required":["a"]}""", """{"a":null}""", "{}", "")]
    [InlineData("""{"properties":{"a":{"type":"string"}}}""", """{"a":"","b":1}""", """{"a":1}""", "/a")]
    [InlineData("""{"properties":{"a":{}},"additionalProperties":false}""", """{"a":1}""", """{"b":1}""", "/b")]
    [InlineData("""{"additionalProperties":{"type":"number"}}""", """{"a":1}""", """{"a":"1"}""", "/a")]
    [InlineData(
        """{"patternProperties":{"^x-":{"type":"string"}},"additionalProperties":false}""",
        """{"x-a":"1"}""",
        """{"x-a":1}""",
        "/x-a"
    )]
    [InlineData("""{"propertyNames":{"maxLength":1}}""", """{"a":1}""", """{"ab":1}""", "/ab")]
    [InlineData("""{"minProperties":1}""", """{"a":1}""", "{}", "")]
    [InlineData("""{"maxProperties":1}""", """{"a":1}""", """{"a":1,"b":2}""", "")]
    [InlineData("""{"items":{"type":"string"}}""", """["a","b"]""", """["a",1]""", "/1")]
    [InlineData("""{"items":[{"type":"string"},{"type":"number"}]}""", """["a",1,true]""", "[\"a\",\"b\"]", "/1")]
    [InlineData("""{"prefixItems":[{"type":"string"}],"items":{"type":"number"}}""", """["a",1]""", """["a","b"]""", "/1")]
    [InlineData("""{"prefixItems":[{"type":"string"}],"items":false}""", """["a"]""", """["a","b"]""", "/1")]
    [InlineData("""{"minItems":1}""", "[0]", "[]", "")]
    [InlineData("""{"maxItems":1}""", "[0]", "[0,1]", "")]
    [InlineData("""{"uniqueItems":true}""", """[{"a":1},{"a":2}]""", """[{"a":1},{"a":1}]""", "/1")]
    [InlineData("""{"minLength":2}""", "\"ab\"", "\"a\"", "")]
    [InlineData("""{"maxLength":1}""", "\"\\ud83d\\udccc\"", "\"ab\"", "")]
    [InlineData("""{"pattern":"^(0|[1-9][0-9]*)$"}""", "\"120\"", "\"012\"", "")]
    [InlineData("""{"minimum":9007199254740993}""", "9007199254740993", "9007199254740992", "")]
    [InlineData("""{"maximum":2}""", "2", "2.1", "")]
    [InlineData("""{"exclusiveMinimum":2}""", "2.1", "2", "")]
    [InlineData("""{"exclusiveMaximum":2}""", "1.9", "2", "")]
    [InlineData("""{"multipleOf":0.1}""", "0.3", "0.35", "")]
    [InlineData("""{"allOf":[{"minLength":1},{"maxLength":2}]}""", "\"a\"", "\"abc\"", "")]
    [InlineData("""{"anyOf":[{"type":"string"},{"type":"number"}]}""", "1", "null", "")]
    [InlineData("""{"oneOf":[{"type":"number"},{"type":"string"}]}""", "1", "null", "")]
    [InlineData("""{"oneOf":[{"type":"number"},{"type":"integer"}]}""", "1.5", "1", "")]
    [InlineData("""{"not":{"type":"null"}}""", "1", "null", "")]
    [InlineData(
        """{"$ref":"#/definitions/N","definitions":{"N":{"properties":{"next":{"$ref":"#/definitions/N"},"v":{"type":"number"}}}}}""",
        """{"next":{"next":{"v":1}}}""",
        """{"next":{"next":{"v":"1"}}}""",
        "/next/next/v"
    )]
    [InlineData(
        """{"$ref":"#/components/schemas/S","maxLength":1,"components":{"schemas":{"S":{"type":"string"}}}}""",
        "\"a\"",
        "\"ab\"",
        ""
    )]
    [InlineData("""{"$ref":"#/definitions/A%3Cb%3E","definitions":{"A<b>":{"type":"string"}}}""", "\"a\"", "1", "")]
    [InlineData("""{"properties":{"a/b~c":{"type":"string"}}}""", """{"a/b~c":"x"}""", """{"a/b~c":1}""", "/a~1b~0c")]
    public void A_value_that_fits_passes_and_one_that_does_not_is_found_at_its_path(string schema, string fits, string breaks, string path)
    {
        Assert.Empty(Validate(schema, fits));
        Assert.Equal(path, Assert.Single(Validate(schema, breaks)).Path);
    }

    [Fact]
    public void Every_violation_is_reported_not_only_the_first() =>
        Assert.Equal(
            ["/a type", "/b/0 maxLength", "required"],
            Validate("""{"required":["c"],"properties":{"a":{"type":"string"},"b":{"items":{"maxLength":1}}}}""", """{"a":1,"b":["xx"]}""")
                .Select(violation => $"{violation.Path} {violation.Rule}".Trim()).Order(StringComparer.Ordinal));

    [Fact]
    public void Of_several_alternatives_the_one_that_was_meant_is_complained_about() =>
        Assert.Equal(
            "/text: 2 is not of type \"string\" (type)",
            Assert
                .Single(
                    Validate(
                        """{"anyOf":[{"required":["type"],"properties":{"type":{"const":"image"},"url":{}}},{"required":["type"],"properties":{"type":{"const":"section"},"text":{"type":"string"}}}]}""",
                        """{"type":"section","text":2}"""
                    )
                )
                .ToString()
        );

    [Fact]
    public void A_format_is_accepted_unread() => Assert.Empty(Validate("""{"type":"string","format":"snowflake"}""", "\"x\""));

    [Fact]
    public void A_keyword_that_is_not_checked_is_refused_and_not_ignored() =>
        Assert.Throws<NotSupportedException>(() => Validate("""{"if":{},"then":false}""", "1"));

    [Fact]
    public void A_reference_to_nothing_and_one_in_a_circle_are_errors_in_the_schema()
    {
        Assert.Throws<KeyNotFoundException>(() => Validate("""{"$ref":"#/definitions/None"}""", "1"));
        Assert.Throws<InvalidDataException>(() => Validate("""{"$ref":"#"}""", "1"));
    }

    private static IReadOnlyList<Violation> Validate(string schema, string value) =>
        new JsonSchema(JsonElement.Parse(schema)).Validate(JsonElement.Parse(value));
}
