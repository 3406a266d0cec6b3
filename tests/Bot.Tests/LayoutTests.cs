using System.Reflection;
using System.Text.RegularExpressions;

namespace Sitrep.Tests;

/// <summary>Who may know whom, read from the sources' own <c>using</c> lines and names.</summary>
public sealed partial class LayoutTests
{
    private static readonly string[] _pure = ["Incidents", "Prose", "Times", "Escalations", "Postmortems", "Commands"];

    // A folder may name itself and what stands here. Adding a word to this table is a design decision.
    private static readonly Dictionary<string, string[]> _mayKnow = new()
    {
        ["Prose"] = ["Incidents"],
        ["Incidents"] = [],
        ["Times"] = ["Incidents", "Prose"],
        ["Escalations"] = ["Incidents"],
        ["Postmortems"] = ["Incidents", "Prose", "Times"],
        ["Chat"] = ["Incidents", "Prose"],
        ["Commands"] = ["Incidents", "Prose", "Times", "Escalations", "Postmortems", "Chat"],
        ["Storage"] = ["Incidents", "Prose", "Times", "Escalations", "Postmortems", "Chat", "Commands"],
        ["Occurrences"] = ["Incidents", "Prose", "Chat", "Commands", "Storage"],
        ["Outbox"] = ["Incidents", "Chat", "Commands", "Storage", "Occurrences"],
    };

    public static TheoryData<string> Folders => [.. _mayKnow.Keys];

    [Theory]
    [MemberData(nameof(Folders))]
    public void A_folder_knows_only_what_the_walk_allows(string folder)
    {
        foreach (var (file, source) in Sources(folder))
        {
            foreach (Match used in Used().Matches(source))
            {
                var other = used.Groups[1].Value;
                Assert.True(
                    other == folder || _mayKnow[folder].Contains(other),
                    $"{file} uses Sitrep.{other}; {folder} may know {string.Join(", ", _mayKnow[folder].DefaultIfEmpty("nothing"))}");
            }
        }
    }

    [Fact]
    public void Pure_folders_know_no_clock_file_database_task_or_log()
    {
        foreach (var folder in _pure)
        {
            foreach (var (file, source) in Sources(folder))
            {
                var found = Impure().Match(WithoutComments(source));
                Assert.False(found.Success, $"{file} is pure and must not name {found.Value}");
            }
        }
    }

    [Fact]
    public void Only_the_walk_writes_what_a_decision_holds()
    {
        foreach (var file in Directory.EnumerateFiles(Root, "*.cs", SearchOption.AllDirectories).Where(IsSource))
        {
            var folder = Path.GetRelativePath(Root, file).Split(Path.DirectorySeparatorChar)[0];
            if (folder is "Occurrences" or "Storage") continue;
            var found = Writers().Match(WithoutComments(File.ReadAllText(file)));
            Assert.False(found.Success, $"{file} calls {found.Value}: hand an occurrence to the walk instead");
        }
    }

    [Fact]
    public void A_file_s_namespace_is_its_folder()
    {
        foreach (var file in Directory.EnumerateFiles(Root, "*.cs", SearchOption.AllDirectories).Where(IsSource))
        {
            var folder = Path.GetDirectoryName(Path.GetRelativePath(Root, file))!.Replace(Path.DirectorySeparatorChar, '.');
            var expected = folder.Length == 0 ? "Sitrep" : "Sitrep." + folder;
            var declared = Namespace().Match(File.ReadAllText(file)).Groups[1].Value;
            Assert.True(declared.Length == 0 || declared == expected, $"{file} declares {declared}, not {expected}");
        }
    }

    [Fact]
    public void No_file_is_longer_than_two_screens_without_a_hard_look()
    {
        foreach (var file in Directory.EnumerateFiles(Root, "*.cs", SearchOption.AllDirectories).Where(IsSource))
            Assert.True(File.ReadLines(file).Count() <= 200, $"{file} has more than 200 lines: it holds more than one idea");
    }

    [Fact]
    public void Nothing_is_called_by_a_name_that_says_nothing()
    {
        var empty = new Regex("(?:Helper|Util|Utils|Utilities|Manager|Common|Processor|Info|Dto)$");
        // Generated code (regular expressions) names its own types.
        foreach (var type in typeof(ChatEventHandler).Assembly.GetTypes().Where(type => type.Namespace?.StartsWith("Sitrep", StringComparison.Ordinal) == true && type.GetCustomAttribute<System.Runtime.CompilerServices.CompilerGeneratedAttribute>() is null))
            Assert.False(empty.IsMatch(type.Name), $"{type.FullName} does not say what it is");
    }

    private static string Root { get; } = FindRoot();

    private static IEnumerable<(string File, string Source)> Sources(string folder)
    {
        var path = Path.Combine(Root, folder);
        if (!Directory.Exists(path)) yield break;
        // The edges below Chat obey a rule of their own: they know the handler, and never each other.
        var files = Directory.EnumerateFiles(path, "*.cs", folder == "Chat" ? SearchOption.TopDirectoryOnly : SearchOption.AllDirectories);
        foreach (var file in files) yield return (Path.GetRelativePath(Root, file), File.ReadAllText(file));
    }

    private static string WithoutComments(string source) => Comments().Replace(source, "");

    private static bool IsSource(string file) => !file.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}") && !file.Contains($"{Path.DirectorySeparatorChar}bin{Path.DirectorySeparatorChar}");

    private static string FindRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            if (File.Exists(Path.Combine(folder.FullName, "Bot.sln"))) return Path.Combine(folder.FullName, "src", "Bot");
        throw new DirectoryNotFoundException("No Bot.sln above " + AppContext.BaseDirectory);
    }

    [GeneratedRegex(@"\bSitrep\.([A-Z]\w+)")]
    private static partial Regex Used();

    [GeneratedRegex(@"^namespace ([\w.]+);", RegexOptions.Multiline)]
    private static partial Regex Namespace();

    [GeneratedRegex(@"\b(?:TimeProvider|Task|async|File|Directory|HttpClient|ILogger|SqliteConnection|Dapper|Stopwatch|Random|Environment)\b")]
    private static partial Regex Impure();

    [GeneratedRegex(@"\bDecisionWrites\.|\bIncidentWrites\.|\bOutboxRows\.Add\b|\bReminders\.(?:Set|Clear|Park)\b|\bDeliveries\.|\bSourceMessages\.Write\b")]
    private static partial Regex Writers();

    [GeneratedRegex(@"//.*$|""[^""\n]*""", RegexOptions.Multiline)]
    private static partial Regex Comments();
}
