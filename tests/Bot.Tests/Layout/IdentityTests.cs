using System.Text.RegularExpressions;
using Sitrep.Tests.Support;

namespace Sitrep.Tests.Layout;

/// <summary>Who somebody is, and what they may see, is said in one place each.</summary>
public sealed class IdentityTests
{
    [Fact]
    public void Only_one_place_decides_who_sees_a_private_incident()
    {
        var others = new Dictionary<string, string>
        {
            ["Card"] = "says that it is private",
            ["ChannelList"] = "says that it is private",
            ["StartIncident"] = "says that it is private",
            ["IncidentJson"] = "says that it is private, to other programs",
            ["IncidentWrites"] = "stores it",
            ["StorageJson"] = "stores it",
            ["LiveMessages"] = "has a private channel opened for it",
            ["Invitation"] = "asks whether such a channel takes an invitation, and lets those in who are called into it",
            ["Walk"] = "knows what a platform means by \"no such channel\"",
        };
        Assert.Equal(others.Keys.Append("May").Order(StringComparer.Ordinal), Callers("Incident.get_Private"));
    }

    [Fact]
    public void Only_the_page_behind_a_public_postmortem_is_chosen_by_the_database()
    {
        var condition = new Regex(@"\bprivate\s*(?:=|<>|is)\s*(?:not\s+)?\d", RegexOptions.IgnoreCase);
        Assert.Equal(
            ["ChatRow.cs"],
            Repository.Sources("src/Bot").Where(file => condition.IsMatch(File.ReadAllText(file))).Select(Path.GetFileName));
    }

    [Fact]
    public void People_are_compared_as_people_and_not_by_their_ids()
    {
        var others = new Dictionary<string, string>
        {
            ["PickMessage"] = "keeps a reaction, in a row that has the platform",
            ["PostMessageRequest"] = "keeps one sender's keys from another's",
            ["TellPerson"] = "names a lane, behind the platform",
        };
        var elsewhere = CompiledTypes
            .All.Where(type => type.Room is not ("Storage" or "Chat.Slack" or "Chat.Discord"))
            .Select(type => type.Name)
            .ToHashSet();
        Assert.Equal(others.Keys, Callers("Person.get_Id").Where(elsewhere.Contains));
    }

    // Records print themselves.
    private static IEnumerable<string> Callers(string property) => CompiledTypes.All
        .Where(type => type.Calls.Contains(property)).Select(type => type.Name)
        .Where(name => name != property.Split('.')[0]).Order(StringComparer.Ordinal);
}
