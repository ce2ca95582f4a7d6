using Cnaim.Gateway.Counter.Calls;
using Cnaim.Gateway.Counter.Components;
using Microsoft.AspNetCore.Mvc;

namespace Cnaim.Gateway.Counter.Pages.Mediators;

/// <summary>S21: a mediator's time at a day and hour; the next that is free stands there already.</summary>
internal sealed class BookModel(TimeProvider clock) : CounterPage
{
    private const int Usual = 30;
    private static readonly int[] Lengths = [15, Usual, 45, 60, 90, 120];

    [BindProperty(SupportsGet = true)]
    public string? Language { get; set; }

    [BindProperty(SupportsGet = true)]
    public string Mode { get; set; } = FinderModel.Modes[0];

    [BindProperty(SupportsGet = true)]
    public string? Person { get; set; }

    [BindProperty]
    public string? Day { get; set; }

    [BindProperty]
    public string? Month { get; set; }

    [BindProperty]
    public string? Year { get; set; }

    [BindProperty]
    public string? Time { get; set; }

    [BindProperty]
    public int Minutes { get; set; } = Usual;

    public FoundMediator Mediator { get; private set; } = null!;

    public IReadOnlyList<Choice> Choices => [.. Lengths.Select(minutes => new Choice(minutes.ToString(System.Globalization.CultureInfo.InvariantCulture), Words.Format("Mediator_Minutes", minutes)))];

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellationToken)
    {
        var wish = new { language = Language ?? "", mode = Mode, minimumLevel = FinderModel.Levels[0] };
        var answer = await Calls.SendAsync<Found>(new ServiceRequest("mediation", HttpMethod.Post, "/v1/mediators/search") { Body = wish }, cancellationToken);
        if (!answer.IsGood)
        {
            return answer.Problem.Status is StatusCodes.Status422UnprocessableEntity ? NotFound() : Missing(answer.Problem);
        }

        if (answer.Value.Mediators.FirstOrDefault(mediator => mediator.Id == id) is not { } found)
        {
            return NotFound();
        }

        Mediator = found;
        if (new TypedMoment(Day, Month, Year, Time).IsEmpty)
        {
            (Day, Month, Year, Time) = TypedMoment.Of(found.FreeFrom);
        }

        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancellationToken)
    {
        var shown = await OnGetAsync(id, cancellationToken);
        if (Mediator is null)
        {
            return shown;
        }

        if (new TypedMoment(Day, Month, Year, Time).Read(clock.GetUtcNow()) is not { } from)
        {
            Errors.Add(nameof(Time), Words["Mediator_TimeWrong"]);
            return Again();
        }

        var body = new { mediatorId = id, language = Language, mode = Mode, minimumLevel = FinderModel.Levels[0], from, to = from.AddMinutes(Minutes), forPerson = string.IsNullOrEmpty(Person) ? null : Person };
        var booked = await Calls.SendAsync<Booking>(new ServiceRequest("mediation", HttpMethod.Post, "/v1/bookings") { Body = body, IdempotencyKey = $"{FormKey}-{from:O}" }, cancellationToken);
        if (!booked.IsGood)
        {
            return Again(booked.Problem);
        }

        Tell("booking");
        return LocalRedirect($"/mediators/bookings/{booked.Value.Id}");
    }
}
