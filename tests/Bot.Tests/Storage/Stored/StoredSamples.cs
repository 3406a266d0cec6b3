using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Sitrep.Chat.Effects;
using Sitrep.Chat.Events;
using Sitrep.Incidents;
using Sitrep.Incidents.Zones;
using Sitrep.Prose;
using Sitrep.Storage;

namespace Sitrep.Tests.Storage.Stored;

/// <summary>One of everything that the database keeps as JSON, with every member filled.</summary>
internal static class StoredSamples
{
    private static readonly DateTimeOffset _at = new(2026, 3, 10, 14, 2, 30, TimeSpan.Zero);
    private static readonly Person _ana = new("slack", "U1", "ana");
    private static readonly Destination _to = new("slack", new IncidentId(7), "inc-7-checkout-down");

    /// <summary>The samples by the name of their file.</summary>
    public static IReadOnlyDictionary<string, StoredSample> All { get; } = new Dictionary<string, StoredSample>
    {
        ["incident"] = Of(Incident(), StorageJson.Default.Incident),
        ["timeline-entry"] = Of(Entry(), StorageJson.Default.TimelineEntry),
        ["escalation"] = Of(Escalation(), StorageJson.Default.Escalation),
        ["message"] = Of(Message(), StorageJson.Default.Message),
        ["reply"] = Of(new Reply(Message(), Refused: true, new IncidentId(7), "inc-7-checkout-down", Form()) { Field = "title" }, StorageJson.Default.Reply),
        ["open-channel"] = Effect(new OpenChannel(_to, "INC-7: Checkout down", Private: true, [_ana])),
        ["post-message"] = Effect(new PostMessage(_to, Message(), "INC-7/card", IsPage: true) { IsLine = true }),
        ["update-message"] = Effect(new UpdateMessage(_to, Message(), "INC-7/card")),
        ["set-topic"] = Effect(new SetTopic(_to, "INC-7: Checkout down", "INC-7/topic")),
        ["pin-message"] = Effect(new PinMessage(_to, "INC-7/card")),
        ["upload-document"] = Effect(new UploadDocument(_to, "INC-7-postmortem.md", "# Postmortem", "INC-7/document")),
        ["read-message"] = Effect(new ReadMessage(new("slack", null, "C1"), "1773151350.000100", "1773151300.000100", _ana, PickWay.Pin)),
        ["tell-person"] = Effect(TellPerson.Of(_ana, Message())),
        ["invite-people"] = Effect(new InvitePeople(_to, [_ana], _ana) { Groups = [new Group("slack", "S1", "dba") { IsMute = true }] }),
        ["archive-channel"] = Effect(new ArchiveChannel(_to)),
        ["timer-update-due"] = Of<TimerPurpose>(new UpdateDue(), StorageJson.Default.TimerPurpose),
        ["timer-archive-due"] = Of<TimerPurpose>(new ArchiveDue(), StorageJson.Default.TimerPurpose),
    };

    private static StoredSample Effect(Effect effect) => Of(effect, StorageJson.Default.Effect);

    private static StoredSample Of<T>(T value, JsonTypeInfo<T> type) => new(
        JsonSerializer.Serialize(value, type), json => JsonSerializer.Serialize(JsonSerializer.Deserialize(json, type)!, type));

    private static Incident Incident() => new()
    {
        Id = new(7),
        Title = "Checkout returns 500s",
        Severity = Severity.Sev2,
        Status = IncidentStatus.Monitoring,
        Zone = Zone.Parse("EAT")!,
        Service = "checkout",
        Private = true,
        Drill = true,
        StartedAt = _at,
        ImpactEndedAt = _at.AddMinutes(30),
        EndedAt = _at.AddMinutes(40),
        DeclaredAt = _at.AddMinutes(1),
        DeclaredBy = _ana,
        ClosedAt = _at.AddHours(1),
        ClosedBy = new Person("slack", "U2", "ben"),
        Cancelled = true,
        CancelReason = "A false alarm.",
        DuplicateOf = new(new(3), "Checkout down"),
        Duplicates = [new(new(8), "Payments fail")],
        Related = [new(new(9), null)],
        Platform = "slack",
        ChannelName = "inc-7-checkout-returns-500s",
        ChannelId = "C0123",
        ChannelLost = ChannelLoss.Archived,
        Summary = "A bad release.",
        Impact = "Nobody could pay.",
        AffectedPercent = new(12.5m, "12.5 % of users"),
        AffectedCount = new(50_000, "50,000 users"),
        AffectedWords = "all users",
        PagedAt = _at.AddMinutes(3),
        UpdatedAt = _at.AddMinutes(20),
        NextUpdateAt = _at.AddMinutes(50),
        Pauses = [new(_at.AddMinutes(10), _at.AddMinutes(15))],
        Detection = "An alert.",
        RootCause = "The pool was too small.",
        RootCauseSummary = "Pool size",
        Resolution = ["Rolled back", "Restarted"],
        Closing = "Closed after a day without errors.",
        Roles = new Dictionary<string, Person> { ["lead"] = _ana },
        CalledIn = [new Person("slack", "U2", "ben")],
        Improvements = [new("Test the pool.")],
        ActionItems = [new(1, "Raise the limit", "@ben", new(2026, 3, 20), Done: true)],
        Attachments = [new("https://example.com/graph.png", "Errors", AttachmentPlace.Measures)],
        PostmortemParts = 3,
    };

    private static TimelineEntry Entry() => new()
    {
        Number = 3,
        At = _at,
        Until = _at.AddMinutes(1),
        RecordedAt = _at.AddMinutes(2),
        By = _ana,
        Text = "error rate at 38 % 🚒",
        Kinds = [EntryKind.Detection, EntryKind.DeadEnd],
        KindGuessed = true,
        TypedTime = "14:02",
        Approximate = true,
        Note = "it was not the pool",
        Removed = true,
    };

    private static Escalation Escalation() => new()
    {
        Number = 2,
        To = ["@ben", "@dba", "database team"],
        People = [new Person("slack", "U2", "ben")],
        Groups = [new Group("slack", "S1", "dba") { IsMute = true }],
        PageKey = "INC-7/page-2",
        From = "support",
        At = _at,
        Text = "look here",
        RecordedAt = _at.AddMinutes(1),
        By = _ana,
        Entry = 4,
        AcknowledgedAt = _at.AddMinutes(5),
        AcknowledgedBy = new Person("slack", "U2", "ben"),
    };

    private static Message Message() =>
        new(
            [
                new Heading(2, Line.Of($"Checkout")),
                new Paragraph(
                    new Line([
                        new Words("plain "),
                        new Words("bold code", Style.Bold | Style.Code),
                        new Mention(_ana, Ping: true),
                        new GroupMention(new("slack", "S1", "dba"), Ping: true),
                        new ChannelName("incidents", "C9"),
                        new Moment(_at, "17:02 EAT", Style.Bold),
                        new Link("https://example.com", "a page"),
                        new TypedCode("`kubectl get`"),
                    ])),
                new ListBlock(Numbered: true, [Line.Of($"one"), Line.Of($"two")]) { First = 3 },
                new Picture("https://example.com/graph.png", "Errors"),
            ],
            [new("Acknowledge", "/ack INC-7", ButtonLook.Primary)])
        {
            Page = new(new IncidentId(7), 2, [_ana], new Person("slack", "U2", "ben")),
        };

    private static Form Form() =>
        new(
            "/incident INC-7 update",
            "Post an update",
            "Post",
            [new("text", "What?", Required: true, Hint: "a sentence", Choices: ["a", "b"], Value: "a", Multiline: true, People: true)]);
}

/// <summary>A sample.</summary>
/// <param name="Json">As this version stores it.</param>
/// <param name="Reread">Reads a JSON of its kind and writes it as this version does.</param>
internal sealed record StoredSample(string Json, Func<string, string> Reread);
