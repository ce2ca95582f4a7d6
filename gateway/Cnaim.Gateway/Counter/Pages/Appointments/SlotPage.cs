using Cnaim.Gateway.Counter.Calls;
using Cnaim.Gateway.Counter.Components;
using Microsoft.AspNetCore.Mvc;

namespace Cnaim.Gateway.Counter.Pages.Appointments;

/// <summary>A page on which a free time is chosen: the first one on top, then the times of one day.</summary>
internal abstract class SlotPage : CounterPage
{
    private const int TimesOfADay = 40;

    /// <summary>The chosen time, as <see cref="Slot.Value"/> writes it.</summary>
    [BindProperty]
    public string? Slot { get; set; }

    /// <summary>The day whose times are shown; without it the first with a free one.</summary>
    [BindProperty(SupportsGet = true)]
    public DateOnly? Day { get; set; }

    /// <summary>The centre that was chosen; without it the own one.</summary>
    [BindProperty(Name = "centre", SupportsGet = true)]
    public string? Centre { get; set; }

    public string Place => Centre is { Length: > 0 } chosen ? chosen : Staff.Centre;

    /// <summary>Null where the office did not answer.</summary>
    public SlotList? Slots { get; private set; }

    public Slot? First => Slots is { Items: [var first, ..] } ? first : null;

    public IReadOnlyList<DateOnly> Days => [.. (Slots?.Items ?? []).Select(slot => Words.DayOf(slot.StartsAt)).Distinct()];

    public IReadOnlyList<Choice> Times => [.. (Slots?.Items ?? []).Where(slot => Words.DayOf(slot.StartsAt) == Day).Take(TimesOfADay).Select(ChoiceOf)];

    /// <summary>Whether there is such a centre to book at.</summary>
    protected async Task<bool> LoadSlotsAsync(CancellationToken cancellationToken) =>
        await LoadSlotsAsync(Staff.Office, "/v1/slots?centre=" + ServiceCalls.Id(Place), cancellationToken) is not { Status: StatusCodes.Status422UnprocessableEntity };

    /// <summary>Asks an office; the problem where it did not answer with times.</summary>
    protected async Task<ServiceProblem?> LoadSlotsAsync(string office, string path, CancellationToken cancellationToken)
    {
        var answer = await Calls.GetAsync<SlotList>(office, path, cancellationToken);
        Slots = answer.Value;
        Day = Day is { } day && Days.Contains(day) ? day : Days.Count > 0 ? Days[0] : null;
        return answer.Problem;
    }

    /// <summary>The time that was chosen; with an error when there is none.</summary>
    protected Slot? Chosen()
    {
        var chosen = Appointments.Slot.Read(Slot);
        if (chosen is null)
        {
            Errors.Add(nameof(Slot), Words["Appt_TimeMissing"]);
        }

        return chosen;
    }

    private Choice ChoiceOf(Slot slot) => new(
        slot.Value,
        Words.Time(slot.StartsAt) + (slot.Counter is { } counter ? $" – {Words.Format("Appt_AtCounter", counter)}" : ""),
        slot.Extended ? Words["Appt_Extended"] : null);
}
