namespace Cnaim.Gateway.Counter.Pages.Appointments;

/// <summary>An appointment as the acting office has it.</summary>
internal sealed record Appointment
{
    public Guid Id { get; init; }

    public required string State { get; init; }

    public string? Reason { get; init; }

    public string? PersonId { get; init; }

    public Guid? CaseId { get; init; }

    public required string Centre { get; init; }

    public DateOnly Day { get; init; }

    public DateTimeOffset StartsAt { get; init; }

    public DateTimeOffset EndsAt { get; init; }

    public string? Counter { get; init; }

    public required string Code { get; init; }

    public required string Channel { get; init; }

    public string? Language { get; init; }

    public bool Interpreter { get; init; }

    public Guid? MovedFrom { get; init; }

    public Guid? MovedTo { get; init; }

    public DateTimeOffset? CheckedInAt { get; init; }

    public IReadOnlyList<string> AllowedActions { get; init; } = [];

    public bool? AskForBetterChannel { get; init; }
}

/// <summary>Appointments of a day, some days or a person.</summary>
internal sealed record AppointmentList(IReadOnlyList<Appointment> Items);

/// <summary>How many did not come.</summary>
internal sealed record ClosedDay(DateOnly Day, int NoShows);
