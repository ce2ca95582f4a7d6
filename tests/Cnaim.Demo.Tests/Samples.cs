using Cnaim.Demo.Counting;
using Cnaim.Demo.Journal;
using Cnaim.Demo.Reference;

namespace Cnaim.Demo.Tests;

/// <summary>The reference data, and a run of two referrals in which nothing went wrong.</summary>
internal static class Samples
{
    public static readonly Guid First = Guid.Parse("019a0000-0000-7000-8000-000000000001");
    public static readonly Guid Second = Guid.Parse("019a0000-0000-7000-8000-000000000002");

    public static ReferenceData Data { get; } = ReferenceData.Load(Path.Combine(AppContext.BaseDirectory, "data"));

    public static List<JournalLine> Journal() =>
    [
        new JournalLine { Kind = "person", Key = "p", Status = 201 },
        Line(First, "one", "health"),
        Line(Second, "two", "housing"),
    ];

    public static JournalLine Line(Guid id, string key, string office) =>
        new() { Kind = JournalLine.Referral, Id = id.ToString(), Key = key, Status = 201, Office = office, State = "requested" };

    public static ServiceCount Reception() => Empty("reception") with
    {
        Sent = [Row(First, "completed", "health"), Row(Second, "requested", "housing")],
        SentForPersons = [First, Second],
        SentStreams = [Stream(First, "health", 1), Stream(Second, "housing", 1)],
        AppliedStreams = [Applied("health", First, 3)],
    };

    public static ServiceCount Health() => Empty("health") with
    {
        Received = [Row(First, "completed")],
        SentStreams = [Stream(First, "reception", 3)],
        AppliedStreams = [Applied("reception", First, 1)],
    };

    public static ServiceCount Housing() => Empty("housing") with
    {
        Received = [Row(Second, "requested")],
        AppliedStreams = [Applied("reception", Second, 1)],
    };

    public static ReferralRow Row(Guid id, string status, string? office = null) => new() { Id = id, Status = status, Office = office };

    public static StreamRow Stream(Guid id, string audience, long events) =>
        new() { StreamId = id, Audience = audience, Events = events, FirstVersion = 1, LastVersion = events };

    public static AppliedRow Applied(string source, Guid id, long version) => new() { Source = source, StreamId = id, LastVersion = version };

    private static ServiceCount Empty(string service) => new()
    {
        Service = service,
        Sent = [],
        Received = [],
        SentForPersons = [],
        Twice = [],
        SentStreams = [],
        AppliedStreams = [],
        TimelineOutOfOrder = [],
        Leftovers = new Leftovers { Outbox = 0, Parked = 0 },
    };
}
