using System.Security.Cryptography;
using System.Text.Json.Nodes;
using Sitrep.LocalSlack.Api;
using Sitrep.LocalSlack.Blocks;
using Sitrep.LocalSlack.State;

namespace Sitrep.LocalSlack.Methods;

/// <summary><c>views.*</c>: modals, three on top of each other at most, and the Home tab.</summary>
public static class ViewMethods
{
    private const int Deepest = 3;

    public static IEnumerable<Method> All { get; } =
    [
        new("views.open", Tier.Tier4, [], Open),
        new("views.push", Tier.Tier4, [], Push),
        new("views.update", Tier.Tier4, [], Update),
        new("views.publish", Tier.Tier4, [], Publish),
    ];

    /// <summary>The modals before somebody, the last on top.</summary>
    public static List<SlackView> Stack(Workspace workspace, string user)
    {
        if (!workspace.OpenViews.TryGetValue(user, out var stack)) workspace.OpenViews[user] = stack = [];
        return stack;
    }

    /// <summary>Puts a view on top of what lies open.</summary>
    public static SlackView Put(Workspace workspace, string user, JsonObject sent)
    {
        var stack = Stack(workspace, user);
        if (stack.Count >= Deepest) throw new SlackRefusalException("push_limit_reached");
        var view = new SlackView(workspace.NextId("V"), user, sent) { Previous = stack.LastOrDefault() };
        Refresh(workspace, view, sent);
        stack.Add(view);
        return view;
    }

    /// <summary>Replaces what a view shows; what was entered into blocks that remain stays.</summary>
    public static void Refresh(Workspace workspace, SlackView view, JsonObject sent)
    {
        if (sent["external_id"] is { } external
            && AllViews(workspace).Any(other => other != view && other.ExternalId == external.ToString()))
            throw new SlackRefusalException("duplicate_external_id");
        view.Sent = sent;
        view.Hash = $"{workspace.UnixNow}.{RandomNumberGenerator.GetHexString(8)}";
        view.Errors.Clear();
        view.Entered = Sitrep.LocalSlack.People.Entry.Initial(sent, view.Entered);
    }

    private static JsonObject Open(ApiCall call)
    {
        var sent = Modal(call);
        var user = call.Triggers.Exchange(Trigger(call));
        Stack(call.Workspace, user).Clear();
        return Shown(call, Put(call.Workspace, user, sent));
    }

    private static JsonObject Push(ApiCall call)
    {
        var sent = Modal(call);
        var user = call.Triggers.Exchange(Trigger(call));
        if (Stack(call.Workspace, user).Count == 0) throw new SlackRefusalException("not_found");
        return Shown(call, Put(call.Workspace, user, sent));
    }

    private static JsonObject Update(ApiCall call)
    {
        var sent = Modal(call);
        var (id, external) = (call.Arguments.Text("view_id"), call.Arguments.Text("external_id"));
        if (id is null && external is null) throw new SlackRefusalException("invalid_arguments", "missing required field: view_id");
        var view = AllViews(call.Workspace).FirstOrDefault(one => id is not null ? one.Id == id : one.ExternalId == external)
            ?? throw new SlackRefusalException("not_found");
        if (call.Arguments.Text("hash") is { } hash && hash != view.Hash) throw new SlackRefusalException("hash_conflict");
        Refresh(call.Workspace, view, sent);
        return Shown(call, view);
    }

    private static JsonObject Publish(ApiCall call)
    {
        var user = call.User("user_id", "invalid_arguments").Id;
        if (!call.App.HasHomeTab) throw new SlackRefusalException("not_enabled");
        var sent = SentBlocks.ForView(Sent(call));
        if ((string?)sent["type"] != "home")
            throw new SlackRefusalException("invalid_arguments", "must be a home view [json-pointer:/view/type]");
        if (!call.Workspace.Homes.TryGetValue(user, out var home))
            call.Workspace.Homes[user] = home = new(call.Workspace.NextId("V"), user, sent);
        else if (call.Arguments.Text("hash") is { } hash && hash != home.Hash)
            throw new SlackRefusalException("hash_conflict");
        Refresh(call.Workspace, home, sent);
        return Shown(call, home);
    }

    private static JsonObject Modal(ApiCall call)
    {
        var sent = SentBlocks.ForView(Sent(call));
        return (string?)sent["type"] == "modal"
            ? sent
            : throw new SlackRefusalException("invalid_arguments", "must be a modal view [json-pointer:/view/type]");
    }

    private static JsonObject Sent(ApiCall call) =>
        call.Arguments.Members("view", "invalid_arguments")
        ?? throw new SlackRefusalException("invalid_arguments", "missing required field: view");

    private static string? Trigger(ApiCall call) => call.Arguments.Text("trigger_id") ?? call.Arguments.Text("interactivity_pointer");

    private static IEnumerable<SlackView> AllViews(Workspace workspace) =>
        workspace.OpenViews.Values.SelectMany(stack => stack).Concat(workspace.Homes.Values);

    private static JsonObject Shown(ApiCall call, SlackView view) => ApiCall.Ok(("view", view.ToJson(call.Workspace)));
}
