using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Sitrep.LocalDiscord.Rest.Forms;
using Sitrep.LocalDiscord.State;

namespace Sitrep.LocalDiscord.People;

/// <summary>An option as typed, by name.</summary>
internal sealed record TypedOption(JsonObject Definition, string Text);

/// <summary>Options under their subcommands: <c>incident</c>, then <c>start</c>, then what was typed.</summary>
internal sealed record TypedOptions(IReadOnlyList<JsonObject> Path, IReadOnlyList<TypedOption> Options);

/// <summary>Reads a typed line by what the bot has registered, as the app does.</summary>
internal static partial class SlashText
{
    /// <summary>The command and what was typed for it.</summary>
    /// <param name="isUnfinished">Still being typed: required options may be missing, values need not fit.</param>
    public static (JsonObject Command, TypedOptions Options) Read(
        World world,
        Member by,
        Channel at,
        string typed,
        bool isUnfinished = false)
    {
        var rest = typed.TrimStart();
        if (!rest.StartsWith('/'))
            throw new NotDoneException("A command begins with a slash.");
        var name = Word(rest[1..], out rest);
        var command = Offered(world, by, at)
            .FirstOrDefault(one => CommandForm.Type(one) == CommandForm.ChatInput && one.Text("name") == name)
            ?? throw new NotDoneException($"There is no command /{name} here.");
        List<JsonObject> path = [];
        var here = command;
        while (here.Parts("options").Any(option => option.Number("type") is 1 or 2))
        {
            var word = Word(rest, out rest);
            here = here.Parts("options").FirstOrDefault(option => option.Text("name") == word)
                ?? throw new NotDoneException(
                    $"/{name} needs one of {string.Join(", ", here.Parts("options").Select(option => option.Text("name")))}, not '{word}'."
                );
            path.Add(here);
        }

        var options = Options(here, rest);
        if (!isUnfinished)
            CheckFinished(here, options);
        return (command, new(path, options));
    }

    /// <summary>
    /// Commands that the app offers: the guild's before the application's, without those that need a permission one
    /// lacks.
    /// </summary>
    public static IEnumerable<JsonObject> Offered(World world, Member by, Channel at)
    {
        var have = PermissionRules.Of(world.Guild, by.User.Id, at);
        return world
            .Commands.OrderBy(command => command.Has("guild_id") ? 0 : 1)
            .Where(_ => at.Recipient is not null || have.HasFlag(Permission.UseApplicationCommands))
            .Where(command =>
                command.Text("default_member_permissions") is not { } bits
                || have == PermissionRules.All
                || (bits != "0" && have.HasFlag((Permission)ulong.Parse(bits))));
    }

    private static string Word(string text, out string rest)
    {
        var trimmed = text.TrimStart();
        var end = trimmed.IndexOf(' ', StringComparison.Ordinal);
        rest = end < 0 ? "" : trimmed[end..];
        return end < 0 ? trimmed : trimmed[..end];
    }

    // The app opens the first option by itself, so words before any "name:" are its value.
    private static List<TypedOption> Options(JsonObject owner, string typed)
    {
        var known = owner.Parts("options").ToList();
        var starts = OptionStart()
            .Matches(typed)
            .Where(match => known.Exists(option => option.Text("name") == match.Groups[1].Value))
            .ToList();
        List<TypedOption> options = [];
        var before = (starts.Count > 0 ? typed[..starts[0].Index] : typed).Trim();
        if (before.Length > 0)
            options.Add(new(known.FirstOrDefault() ?? throw new NotDoneException($"It takes no options: {before}"), before));
        for (var i = 0; i < starts.Count; i++)
        {
            var from = starts[i].Index + starts[i].Length;
            var to = i + 1 < starts.Count ? starts[i + 1].Index : typed.Length;
            options.Add(new(known.Find(option => option.Text("name") == starts[i].Groups[1].Value)!, typed[from..to].Trim()));
        }

        if (options.GroupBy(option => option.Definition).Any(group => group.Count() > 1))
            throw new NotDoneException("An option was given twice.");
        return options;
    }

    private static void CheckFinished(JsonObject owner, List<TypedOption> options)
    {
        foreach (var needed in owner.Parts("options").Where(option => option.Flag("required")))
            if (!options.Exists(option => option.Definition == needed && option.Text.Length > 0))
                throw new NotDoneException($"This option is required: {needed.Text("name")}");
        foreach (var (definition, text) in options) OptionValue.Check(definition, text);
    }

    [GeneratedRegex(@"(?<=\s|^)([-_\p{L}\p{N}]{1,32}):\s?")]
    private static partial Regex OptionStart();
}
