using Cnaim.Mediation.Matching;
using Cnaim.Mediation.Mediators;

namespace Cnaim.Mediation.Tests;

/// <summary>Mediators and wishes for the tests of pure rules. Monday, 7 June 2027 is a working day in summer time.</summary>
internal static class Samples
{
    public static readonly TimeZoneInfo Lisbon = TimeZoneInfo.FindSystemTimeZoneById("Europe/Lisbon");

    /// <summary>Monday, 10:00 in Lisbon.</summary>
    public static readonly DateTimeOffset Monday = new(2027, 6, 7, 9, 0, 0, TimeSpan.Zero);

    public static Rota Office { get; } = new()
    {
        Hours = [.. new[] { "MO", "TU", "WE", "TH", "FR" }.Select(day => new WeeklyHours { Day = day, From = "09:00", To = "17:00" })],
    };

    public static Mediator Mediator(long number, string language = "kea", string level = "fluent", string centre = "cnaim-lisboa", string? gender = null, bool remote = false, Guid? association = null) => new()
    {
        MediatorId = new Guid((int)number, 0, 0, [0, 0, 0, 0, 0, 0, 0, 0]),
        MediatorNo = number,
        DisplayName = "Exemplo",
        Centre = centre,
        Gender = gender,
        Remote = remote,
        AssociationId = association,
        Languages = [new SpokenLanguage { Tag = language, Spoken = level }],
        Rota = Office,
    };

    public static Candidate Candidate(Mediator mediator, params TimeSlot[] busy) => new(mediator, busy, Lisbon);

    public static Wish Wish(string language = "kea", string mode = "in-person", string? gender = null, string level = "good") => new()
    {
        Language = language,
        Centre = "cnaim-lisboa",
        When = new TimeSlot(Monday, Monday.AddMinutes(30)),
        Mode = mode,
        Gender = gender,
        MinimumLevel = level,
    };

    public static TimeSlot From(DateTimeOffset from, int minutes) => new(from, from.AddMinutes(minutes));
}
