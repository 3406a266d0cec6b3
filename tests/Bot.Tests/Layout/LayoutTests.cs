using System.Text.RegularExpressions;
using Sitrep.Tests.Support;

namespace Sitrep.Tests.Layout;

/// <summary>Who may know whom, read from the compiled bot; sizes and folders, read from its sources.</summary>
public sealed partial class LayoutTests
{
    private const int MostFilesInRoom = 20;
    private const int LongestFile = 200;
    private const int WidestLine = 140;
    private static readonly string _root = Path.Combine(Repository.Root, "src", "Bot");

    public static TheoryData<string> EveryRoom => [.. Rooms.MayKnow.Keys];

    [Fact]
    public void Every_room_stands_in_the_table()
    {
        var rooms = CompiledTypes.All.Select(type => type.Room).Where(room => room.Length > 0).Distinct().Order(StringComparer.Ordinal);
        Assert.Equal(Rooms.MayKnow.Keys.Order(StringComparer.Ordinal), rooms);
    }

    [Theory]
    [MemberData(nameof(EveryRoom))]
    public void A_room_knows_only_what_the_table_allows(string room)
    {
        foreach (var (type, other) in Between(room))
            Assert.True(
                Rooms.MayKnow[room].Contains(other.Room),
                $"{type.Namespace}.{type.Name} refers to {other.Type}; {room} may know {string.Join(", ", Rooms.MayKnow[room].DefaultIfEmpty("nothing"))}"
            );
    }

    [Theory]
    [MemberData(nameof(EveryRoom))]
    public void A_room_that_may_know_another_does_know_it(string room)
    {
        var known = Between(room).Select(pair => pair.Other.Room).ToHashSet();
        Assert.Equal([], Rooms.MayKnow[room].Where(other => !known.Contains(other)));
    }

    [Fact]
    public void Rooms_know_one_another_in_one_direction()
    {
        var settled = new HashSet<string>();
        var left = Rooms.MayKnow.ToDictionary(room => room.Key, room => room.Value);
        while (left.Where(room => room.Value.All(settled.Contains)).Select(room => room.Key).ToList() is { Count: > 0 } free)
        {
            settled.UnionWith(free);
            foreach (var room in free) left.Remove(room);
        }

        Assert.Equal([], left.Keys);
    }

    [Fact]
    public void Pure_rooms_know_no_clock_file_database_task_or_log()
    {
        var impure = new Regex(
            """
            ^(?:System\.Threading\.Tasks\..*|System\.IO\.(?:File|Directory|FileStream|FileInfo)|System\.Net\.Http\..*|System\.(?:TimeProvider|Random)
            |System\.Diagnostics\.Stopwatch|Microsoft\.Extensions\.Logging\..*|Microsoft\.Data\..*|System\.Data\..*|Dapper\..*)$
            """,
            RegexOptions.IgnorePatternWhitespace);
        // Iterators that the compiler makes ask which thread they are on.
        var surroundings = new Regex(@"^Environment\.(?!get_CurrentManagedThreadId$)");
        foreach (var type in CompiledTypes.All.Where(type => Rooms.Pure.Contains(type.Room)))
        {
            Assert.Equal([], type.Calls.Where(call => surroundings.IsMatch(call)).Select(call => $"{type.Name} calls {call}"));
            Assert.Equal(
                [],
                type.References.Select(one => $"{one.Namespace}.{one.Name}")
                    .Where(name => impure.IsMatch(name))
                    .Select(name => $"{type.Name} uses {name}"));
        }
    }

    [Fact]
    public void Only_the_walk_writes_what_a_decision_holds()
    {
        var writers = new Regex(
            @"^(?:DecisionWrites\..*|IncidentWrites\..*|OutboxRows\.Add|TimerRows\.(?:Set|Clear|Park)|SeenEvents\..*|PostedMessages\..*|SourceMessages\.Write)$"
        );
        foreach (var type in CompiledTypes.All.Where(type => type.Room is not ("Occurrences" or "Storage")))
            Assert.Equal(
                [],
                type.Calls.Where(call => writers.IsMatch(call))
                    .Select(call => $"{type.Name} calls {call}: hand an occurrence to the walk instead"));
        Assert.Equal(["Walk"], CompiledTypes.All.Where(type => type.Calls.Contains("DecisionWrites.Write")).Select(type => type.Name));
    }

    [Fact]
    public void Only_an_engine_s_folder_names_its_driver()
    {
        foreach (var type in CompiledTypes.All.Where(type => type.Namespace != "Sitrep.Storage.Sqlite"))
            Assert.Equal(
                [],
                type.References.Where(one => one.Namespace is "Microsoft.Data.Sqlite" or "SQLitePCL")
                    .Select(one => $"{type.Name} uses {one.Name}"));
    }

    [Fact]
    public void Only_the_wiring_knows_which_engine_runs()
    {
        foreach (
            var type in CompiledTypes.All.Where(type =>
                type.Room is not ("Hosting" or "CommandLine") && type.Namespace != "Sitrep.Storage.Sqlite"))
            Assert.Equal(
                [],
                type.References.Where(one => one.Namespace == "Sitrep.Storage.Sqlite").Select(one => $"{type.Name} uses {one.Name}"));
    }

    // Test methods are public, and so are the enumerations that their rows name.
    [Fact]
    public void Nothing_is_public_but_what_a_test_s_row_names() =>
        Assert.Equal(
            ["EntryKind", "IncidentPlace"],
            CompiledTypes.All.Where(type => type.IsPublic).Select(type => type.Name).Order(StringComparer.Ordinal));

    [Fact]
    public void A_file_s_namespace_is_its_folder()
    {
        foreach (var file in Repository.Sources("src/Bot"))
        {
            var folder = Path.GetDirectoryName(Path.GetRelativePath(_root, file))!.Replace(Path.DirectorySeparatorChar, '.');
            var expected = folder.Length == 0 ? "Sitrep" : "Sitrep." + folder;
            var declared = Namespace().Match(File.ReadAllText(file)).Groups[1].Value;
            Assert.True(declared.Length == 0 || declared == expected, $"{file} declares {declared}, not {expected}");
        }
    }

    [Theory]
    [InlineData("src")]
    [InlineData("tests")]
    [InlineData("benchmarks")]
    public void No_folder_holds_more_files_than_a_reader_keeps_in_mind(string part)
    {
        foreach (var folder in Repository.Sources(part).GroupBy(file => Path.GetDirectoryName(file)!))
            Assert.True(folder.Count() <= MostFilesInRoom, $"{folder.Key} has {folder.Count()} files: it holds more than one subject");
    }

    [Fact]
    public void No_file_is_longer_than_two_screens_without_a_hard_look()
    {
        foreach (var file in Repository.Sources("src/Bot"))
            Assert.True(
                File.ReadLines(file).Count() <= LongestFile,
                $"{file} has more than {LongestFile} lines: it holds more than one idea");
    }

    [Theory]
    [InlineData("src")]
    [InlineData("tests")]
    [InlineData("benchmarks")]
    public void No_line_is_wider_than_two_files_side_by_side_but_for_what_a_literal_says(string part)
    {
        foreach (var file in Repository.Sources(part))
        {
            var code = Raw().Replace(File.ReadAllText(file), "").Split('\n').Select(line => Literal().Replace(line, ""));
            Assert.Equal([], code.Where(line => line.Length > WidestLine).Select(line => $"{file}: {line.Trim()}"));
        }
    }

    [Fact]
    public void Nothing_is_called_by_a_name_that_says_nothing()
    {
        var empty = new Regex("(?:Helper|Util|Utils|Utilities|Manager|Common|Processor|Info|Dto)$");
        Assert.Equal([], CompiledTypes.All.Select(type => type.Name).Where(name => empty.IsMatch(name)));
    }

    private static IEnumerable<(CompiledType Type, (string Room, string Type) Other)> Between(string room) =>
        from type in CompiledTypes.All
        where type.Room == room
        from other in type.References
        let to = Rooms.Of(other.Namespace)
        where to is { Length: > 0 } && to != room
        select (type, (to, $"{other.Namespace}.{other.Name}"));

    [GeneratedRegex("\"{3,}.*?\"{3,}", RegexOptions.Singleline)]
    private static partial Regex Raw();

    [GeneratedRegex("\".*\"")]
    private static partial Regex Literal();

    [GeneratedRegex(@"^namespace ([\w.]+);", RegexOptions.Multiline)]
    private static partial Regex Namespace();
}
