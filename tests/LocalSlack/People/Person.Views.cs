using System.Text.Json.Nodes;
using Sitrep.LocalSlack.Api;
using Sitrep.LocalSlack.Blocks;
using Sitrep.LocalSlack.Methods;
using Sitrep.LocalSlack.State;

namespace Sitrep.LocalSlack.People;

/// <summary>Modals and the Home tab.</summary>
public sealed partial class Person
{
    /// <summary>The modal on top; null when none is open.</summary>
    public SlackView? View
    {
        get { lock (_workspace.Gate) return ViewMethods.Stack(_workspace, User.Id).LastOrDefault(); }
    }

    /// <summary>The bot's Home tab; null while the bot published none.</summary>
    public SlackView? Home
    {
        get { lock (_workspace.Gate) return _workspace.Homes.GetValueOrDefault(User.Id); }
    }

    /// <summary>Opens the bot's Home tab, which tells the bot.</summary>
    public void OpenHome(string tab = "home")
    {
        lock (_workspace.Gate)
        {
            var opened = new JsonObject
            {
                ["type"] = "app_home_opened",
                ["user"] = User.Id,
                ["channel"] = DirectWithBot().Id,
                ["tab"] = tab,
            };
            if (tab == "home" && _workspace.Homes.TryGetValue(User.Id, out var home)) opened["view"] = home.ToJson(_workspace);
            _events.Everywhere(scope: null, opened);
        }
    }

    /// <summary>Enters a value into the modal on top.</summary>
    public Person Fill(string input, string? value)
    {
        lock (_workspace.Gate) Entry.Fill(Top().Sent, Top().Entered, input, value);
        return this;
    }

    /// <summary>Presses a button or chooses in the modal on top, or in the Home tab when none is open.</summary>
    public async Task<Outcome> ClickInView(string action, string? value = null)
    {
        JsonObject payload;
        lock (_workspace.Gate)
        {
            var view = ViewMethods.Stack(_workspace, User.Id).LastOrDefault()
                ?? Home
                ?? throw new InvalidOperationException("No view is open");
            payload = _payloads.ViewAction(User, view, Chosen((JsonArray)view.Sent["blocks"]!, action, value));
        }

        return await Interact(payload, acceptsResponse: false);
    }

    /// <summary>Submits the modal on top and does what the bot answers: shows errors, closes, updates or puts another on top.</summary>
    public async Task<Outcome> Submit()
    {
        JsonObject payload;
        SlackView view;
        lock (_workspace.Gate)
        {
            view = Top();
            var missing = Entry.Missing(view.Sent, view.Entered);
            // Slack's client asks for these itself and sends nothing.
            if (missing.Count > 0) return new($"missing: {string.Join(", ", missing)}", null, "");
            view.Errors.Clear();
            payload = _payloads.Submission(User, view);
        }

        var outcome = await Interact(payload, acceptsResponse: true);
        if (!outcome.IsWell) return outcome;
        try
        {
            lock (_workspace.Gate) Obey(view, outcome.Reply ?? []);
            return outcome;
        }
        catch (SlackRefusalException refusal)
        {
            return outcome with { Notice = refusal.Error };
        }
    }

    /// <summary>Closes the modal on top, or all of them; the bot hears of it when the view asked for that.</summary>
    public async Task Close(bool all = false)
    {
        List<JsonObject> told = [];
        lock (_workspace.Gate)
        {
            var stack = ViewMethods.Stack(_workspace, User.Id);
            do
            {
                var view = Top();
                if ((bool?)view.Sent["notify_on_close"] == true) told.Add(_payloads.Closed(User, view, isCleared: all));
                stack.Remove(view);
            }
            while (all && stack.Count > 0);
        }

        foreach (var payload in told) await Interact(payload, acceptsResponse: false);
    }

    private void Obey(SlackView view, JsonObject reply)
    {
        var stack = ViewMethods.Stack(_workspace, User.Id);
        switch ((string?)reply["response_action"])
        {
            case null:
                stack.Remove(view);
                break;
            case "clear":
                stack.Clear();
                break;
            case "errors":
                ShowErrors(view, (JsonObject)reply["errors"]!);
                break;
            case "update":
                ViewMethods.Refresh(_workspace, view, SentBlocks.ForView((JsonObject)reply["view"]!));
                break;
            case "push":
                ViewMethods.Put(_workspace, User.Id, SentBlocks.ForView((JsonObject)reply["view"]!));
                break;
            default:
                throw new SlackRefusalException("invalid_response_action");
        }
    }

    // Slack shows an error under the input of that block; one for no block shows nowhere, and Slack complains to the person.
    private static void ShowErrors(SlackView view, JsonObject errors)
    {
        foreach (var (block, message) in errors)
        {
            if (view.Entered[block] is null) throw new SlackRefusalException("invalid_response_action");
            view.Errors[block] = (string)message!;
        }
    }

    private SlackView Top() =>
        ViewMethods.Stack(_workspace, User.Id).LastOrDefault() ?? throw new InvalidOperationException($"{User.Name} has no view open");
}
