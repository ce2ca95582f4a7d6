using System.Text.Json;
using Cnaim.Reception.Queues;

namespace Cnaim.Reception.Reference;

/// <summary>The embedded reference data: which queues, desks and rooms a centre has.</summary>
internal sealed record ReceptionData(
    DateOnly ValidFrom,
    string[] Themes,
    Dictionary<string, HoursEntry> Hours,
    Dictionary<string, DeskSet> Sets,
    CentreSet[] Centres,
    CentreSet OtherCentres)
{
    private static readonly Lazy<ReceptionData> Loaded = new(() => Read<ReceptionData>("Data/reception.json"));

    public static ReceptionData Embedded => Loaded.Value;

    /// <summary>Every centre of the network with its queues, desks and room.</summary>
    public CentreRows Rows()
    {
        using var network = Open("Data/network.json");
        using var document = JsonDocument.Parse(network);
        var rows = new CentreRows([], [], []);
        foreach (var location in document.RootElement.GetProperty("locations").EnumerateArray())
        {
            var centre = location.GetProperty("slug").GetString()!;
            var chosen = Array.Find(Centres, entry => string.Equals(entry.Centre, centre, StringComparison.Ordinal)) ?? OtherCentres;
            Add(rows, centre, ZoneOf(location.GetProperty("dico").GetString()), Sets[chosen.Set], Hours[chosen.Hours]);
        }

        return rows;
    }

    private void Add(CentreRows rows, string centre, string zone, DeskSet set, HoursEntry hours)
    {
        rows.Queues.AddRange(set.Queues.Select(queue => new QueueRow(
            centre, queue.Code, queue.Letter, queue.Pt, queue.En, queue.Themes, queue.Neutral, zone, hours.Days, Minute(hours.Opens), Minute(hours.Closes),
            queue.LastTicketMinutes, queue.Limit, queue.ServiceMinutes, set.Assumed || hours.Assumed, ValidFrom, queue.ValidUntil)));
        rows.Desks.AddRange(set.Desks.Select(desk => new DeskRow(centre, desk.Code, desk.Queues)));
        rows.Rooms.Add(new RoomRow(centre, set.ChildrensPlaces));
    }

    private static int Minute(TimeOnly time) => (time.Hour * 60) + time.Minute;

    // DICO codes 31-32 are Madeira, 41-49 the Azores.
    private static string ZoneOf(string? municipality) => municipality switch
    {
        ['3', ..] => "Atlantic/Madeira",
        ['4', ..] => "Atlantic/Azores",
        _ => "Europe/Lisbon",
    };

    private static T Read<T>(string name)
    {
        using var stream = Open(name);
        return JsonSerializer.Deserialize<T>(stream, JsonSerializerOptions.Web)!;
    }

    private static Stream Open(string name) => typeof(ReceptionData).Assembly.GetManifestResourceStream(name) ?? throw new InvalidOperationException($"The build did not embed {name}.");
}

/// <summary>Opening hours in local time; days as in <see cref="DayOfWeek"/>.</summary>
internal sealed record HoursEntry(int[] Days, TimeOnly Opens, TimeOnly Closes, bool Assumed);

internal sealed record DeskSet(bool Assumed, int ChildrensPlaces, QueueEntry[] Queues, DeskEntry[] Desks);

internal sealed record QueueEntry(
    string Code, string Letter, string Pt, string En, string[] Themes, int Limit, int LastTicketMinutes, int ServiceMinutes, bool Neutral = false, DateOnly? ValidUntil = null);

internal sealed record DeskEntry(string Code, string[] Queues);

internal sealed record CentreSet(string Set, string Hours, string Centre = "");

internal sealed record CentreRows(List<QueueRow> Queues, List<DeskRow> Desks, List<RoomRow> Rooms)
{
    private const int MinutesOfDay = 24 * 60;

    /// <summary>For the sandbox, which is tried at night and on Sundays.</summary>
    public CentreRows OpenAlways() => this with
    {
        Queues = [.. Queues.Select(queue => queue with { Days = [0, 1, 2, 3, 4, 5, 6, QueueHours.Holidays], OpensMinute = 0, ClosesMinute = MinutesOfDay, LastTicketMinutes = 0 })],
    };
}

internal sealed record QueueRow(
    string Centre, string Code, string Letter, string NamePt, string NameEn, string[] Themes, bool IsNeutral, string Zone, int[] Days, int OpensMinute, int ClosesMinute,
    int LastTicketMinutes, int WaitingLimit, int ServiceMinutes, bool Assumed, DateOnly ValidFrom, DateOnly? ValidUntil);

internal sealed record DeskRow(string Centre, string Code, string[] Queues);

internal sealed record RoomRow(string Centre, int Capacity);
