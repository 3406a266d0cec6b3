using System.Text.Json;
using System.Text.Json.Nodes;
using Sitrep.Conformance;
using Sitrep.Conformance.Slack;

namespace Sitrep.LocalSlack.Api;

/// <summary>Judges each call by what Slack publishes, where that lies beside the repository; elsewhere it finds nothing.</summary>
internal sealed class Conformity
{
    private readonly SlackSpecs? _specs = PlatformSpecs.Found is { } found ? new(found) : null;

    /// <summary>Every violation, as <c>path: what is wrong</c>.</summary>
    public IReadOnlyList<string> Of(string method, Arguments? arguments)
    {
        if (_specs is null || arguments is null) return [];
        var read = arguments.IsForm
            ? SlackForm.Read(
                _specs,
                method,
                arguments.Values.Select(argument => KeyValuePair.Create(argument.Key, argument.Value?.ToString() ?? "")))
            : JsonSerializer.SerializeToElement(arguments.Values);
        return [.. _specs.Request(method, read).Select(violation => violation.ToString())];
    }

    /// <summary>Every violation of a message that came as an answer, not as a call.</summary>
    public IReadOnlyList<string> OfAnswer(JsonObject message) =>
        _specs is null ? [] : [.. _specs.Message(JsonSerializer.SerializeToElement(message)).Select(violation => violation.ToString())];
}
