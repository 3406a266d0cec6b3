using System.Reflection;
using Sitrep.Conformance;
using Sitrep.LocalDiscord.Gateway;
using Sitrep.LocalDiscord.Rest;

namespace Sitrep.Tests.LocalDiscord;

/// <summary>Every code that the server answers with is one that Discord documents.</summary>
public sealed class CodesTests
{
    [Fact]
    public void Every_error_code_is_in_discord_s_table()
    {
        if (PlatformSpecs.Found is not { } specs)
        {
            Console.WriteLine(PlatformSpecs.Skipped);
            return;
        }

        var known = specs.Json("discord-codes.json").GetProperty("JSON Error Codes");
        var refusals = typeof(Refusal)
            .GetProperties(BindingFlags.Public | BindingFlags.Static)
            .Select(property => (property.Name, Refusal: (Refusal)property.GetValue(null)!))
            .ToList();
        Assert.True(refusals.Count > 25);
        foreach (var (name, refusal) in refusals) Assert.True(known.TryGetProperty(refusal.Body["code"]!.ToString(), out _), name);
    }

    [Fact]
    public void Every_close_code_is_in_discord_s_table()
    {
        if (PlatformSpecs.Found is not { } specs)
        {
            Console.WriteLine(PlatformSpecs.Skipped);
            return;
        }

        var known = specs.Json("discord-codes.json").GetProperty("Gateway Close Event Codes");
        var codes = typeof(CloseCode)
            .GetFields(BindingFlags.Public | BindingFlags.Static)
            .Select(field => (CloseCode)field.GetValue(null)!)
            .ToList();
        Assert.True(codes.Count > 10);
        foreach (var code in codes)
        {
            Assert.True(known.TryGetProperty(code.Code.ToString(), out var line), code.Reason);
            // One that must not be reconnected after has no session to come back to.
            if (line[2].GetString() == "false") Assert.True(code.EndsSession, code.Reason);
        }
    }
}
