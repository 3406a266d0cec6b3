using System.Text.Json.Nodes;

namespace Sitrep.Tests.LocalDiscord;

/// <summary>Commands as a bot registers them.</summary>
internal static class Registered
{
    public static JsonObject Incident() => JsonNode.Parse("""
        {
          "name": "incident", "description": "Incidents", "type": 1,
          "options": [
            { "type": 1, "name": "start", "description": "Declare one", "options": [
              { "type": 3, "name": "title", "description": "What is broken", "required": true, "max_length": 100 },
              { "type": 3, "name": "severity", "description": "How bad", "choices": [{ "name": "Critical", "value": "sev1" }, { "name": "Minor", "value": "sev3" }] },
              { "type": 4, "name": "minutes", "description": "Since when", "min_value": 0, "max_value": 600 },
              { "type": 5, "name": "private", "description": "Hidden" },
              { "type": 6, "name": "lead", "description": "Who leads" },
              { "type": 10, "name": "cost", "description": "In millions" } ] },
            { "type": 1, "name": "show", "description": "Look at one", "options": [
              { "type": 3, "name": "number", "description": "Which", "autocomplete": true } ] }
          ]
        }
        """)!.AsObject();

    public static JsonObject AddToTimeline() => new() { ["name"] = "Add to timeline", ["type"] = 3 };

    public static JsonObject Settings() =>
        new()
        {
            ["name"] = "settings",
            ["description"] = "For administrators",
            ["default_member_permissions"] = "32",
        };
}
