using System.Text.RegularExpressions;
using Sitrep.Chat.Slack;
using Sitrep.Chat.Slack.Receiving;
using Sitrep.Commands;
using Sitrep.Tests.Support;

namespace Sitrep.Tests.Chat.Slack;

public sealed class ManifestTests
{
    private static readonly string _text = File.ReadAllText(Path.Combine(Repository.Root, "slack-manifest.yaml"));

    [Fact]
    public void It_asks_for_the_scopes_that_doctor_checks_and_no_other() =>
        Assert.Equal(
            Manifest.Scopes.Keys,
            Regex
                .Matches(_text, @"^      - ([a-z]+:[a-z]+|commands)$", RegexOptions.Multiline)
                .Select(found => found.Groups[1].Value)
                .Order(StringComparer.Ordinal));

    [Fact]
    public void Every_command_s_first_word_is_a_slash_command_that_names_people_by_their_ids()
    {
        Assert.Equal(
            CommandTable.Roots.Order(StringComparer.Ordinal),
            Regex.Matches(_text, @"- command: /(\w+)").Select(found => found.Groups[1].Value).Order(StringComparer.Ordinal));
        Assert.Equal(CommandTable.Roots.Count, Regex.Count(_text, "should_escape: true"));
    }

    [Fact]
    public void Its_shortcuts_are_those_the_bot_answers() =>
        Assert.Equal(
            ((string[])[InteractionReceiver.Declare, InteractionReceiver.AddToTimeline, InteractionReceiver.DeclareFromMessage]).Order(
                StringComparer.Ordinal),
            Regex.Matches(_text, @"callback_id: (\w+)").Select(found => found.Groups[1].Value).Order(StringComparer.Ordinal));

    [Fact]
    public void Nothing_in_it_is_longer_than_slack_takes()
    {
        foreach (Match name in Regex.Matches(_text, @"- name: (.+)")) Assert.True(name.Groups[1].Length <= 24, name.Value);
        foreach (Match words in Regex.Matches(_text, @"^ +description: (.+)", RegexOptions.Multiline))
            Assert.True(words.Groups[1].Length <= 140, words.Value);
    }
}
