using System.Security.Cryptography;
using System.Text.Json.Nodes;
using Sitrep.LocalSlack.Api;
using Sitrep.LocalSlack.State;

namespace Sitrep.LocalSlack.Methods;

/// <summary>
/// The external upload: announce a file, send its bytes to the address given, then share it.
/// Source: <see href="https://docs.slack.dev/messaging/working-with-files#uploading_files"/>.
/// </summary>
public static class FileMethods
{
    private const long Largest = 1L << 30;

    public static IEnumerable<Method> All { get; } =
    [
        new("files.getUploadURLExternal", Tier.Tier4, ["files:write"], GetUploadUrl) { IsFormOnly = true },
        new("files.completeUploadExternal", Tier.Tier4, ["files:write"], Complete),
    ];

    private static JsonObject GetUploadUrl(ApiCall call)
    {
        var name = call.Arguments.Required("filename");
        var length = call.Arguments.Number("length")
            ?? throw new SlackRefusalException("invalid_arguments", "missing required field: length");
        if (length <= 0) throw new SlackRefusalException("invalid_arguments", "must be greater than 0 [json-pointer:/length]");
        if (length > Largest) throw new SlackRefusalException("file_upload_size_restricted");
        var file = new SlackFile(call.Workspace.NextId("F"), name, length, call.Workspace.UnixNow)
        {
            UploadToken = RandomNumberGenerator.GetHexString(40, lowercase: true),
        };
        call.Workspace.Files[file.Id] = file;
        return ApiCall.Ok(("upload_url", new Uri(call.ServerUrl, $"upload/v1/{file.UploadToken}").ToString()), ("file_id", file.Id));
    }

    private static JsonObject Complete(ApiCall call)
    {
        var named = call.Arguments.List("files", "invalid_arguments")
            ?? throw new SlackRefusalException("invalid_arguments", "missing required field: files");
        if (named.Count == 0) throw new SlackRefusalException("invalid_arguments", "no fewer than 1 items allowed [json-pointer:/files]");
        var files = named.Select(one =>
        {
            var id = (string?)(one as JsonObject)?["id"]
                    ?? throw new SlackRefusalException("invalid_arguments", "missing required field: id [json-pointer:/files]");
            var file = call.Workspace.Files.GetValueOrDefault(id);
            if (file?.Content is null || file.IsComplete) throw new SlackRefusalException("file_not_found");
            file.Title = (string?)one!["title"] ?? file.Name;
            return file;
        }).ToList();
        var channel = call.Arguments.Text("channel_id") ?? call.Arguments.Text("channels");
        if (channel is not null) Share(call, files, channel);
        foreach (var file in files) file.IsComplete = true;
        return ApiCall.Ok(("files", new JsonArray([.. files.Select(file => file.ToJson(call.Workspace))])));
    }

    private static void Share(ApiCall call, List<SlackFile> files, string id)
    {
        var channel = call.Workspace.Channels.GetValueOrDefault(id);
        if (channel is null || (channel.Kind != ConversationKind.Public && !channel.Members.Contains(call.Me)))
            throw new SlackRefusalException("channel_not_found");
        if (channel.IsArchived) throw new SlackRefusalException("posting_to_channel_denied");
        call.MustBeIn(channel);
        var message = new SlackMessage(call.Workspace.NextTs(), call.Me)
        {
            BotId = call.App.BotId,
            Subtype = "file_share",
            Text = call.Arguments.Text("initial_comment") ?? "",
            ThreadTs = Posting.ThreadRoot(channel, call.Arguments.Text("thread_ts")),
        };
        foreach (var file in files)
        {
            file.Channels.Add(channel.Id);
            message.Files.Add(file.Id);
        }

        Posting.Add(call.Workspace, call.Events, channel, message);
    }
}
