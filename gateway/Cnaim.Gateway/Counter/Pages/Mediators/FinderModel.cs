using Cnaim.Gateway.Counter.Calls;
using Cnaim.Gateway.Counter.Components;
using Cnaim.Gateway.Counter.Pages.People;
using Microsoft.AspNetCore.Mvc;

namespace Cnaim.Gateway.Counter.Pages.Mediators;

/// <summary>S21: who interprets, and what to do when nobody can. Whom a person does not want is sent with the form and stands in no address.</summary>
internal sealed class FinderModel(CodeNames names) : CounterPage
{
    public static readonly string[] Modes = ["in-person", "remote"];

    public static readonly string[] Levels = ["basic", "good", "fluent", "native"];

    public static readonly string[] Genders = ["female", "male", "other"];

    [BindProperty(SupportsGet = true)]
    public string? Language { get; set; }

    [BindProperty(SupportsGet = true)]
    public string Mode { get; set; } = Modes[0];

    /// <summary>Whom the booking is for; their languages are known then.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Person { get; set; }

    [BindProperty]
    public string Level { get; set; } = "good";

    [BindProperty]
    public string? Gender { get; set; }

    /// <summary>Another language that the person speaks, for the last resort.</summary>
    [BindProperty]
    public string? Also { get; set; }

    /// <summary>Mediators whom the person does not want; nobody asks why.</summary>
    [BindProperty]
    public Guid[] Not { get; set; } = [];

    public Person? ForWhom { get; private set; }

    public IReadOnlyList<Choice> Languages { get; private set; } = [];

    public Found? Found { get; private set; }

    /// <summary>What this office has booked and not ended; null where it could not be asked.</summary>
    public IReadOnlyList<Booking>? Open { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (await LoadAsync(cancellationToken) is { } missing)
        {
            return missing;
        }

        Language ??= ForWhom?.Languages.Select(names.TagOf).FirstOrDefault(tag => Languages.Any(choice => string.Equals(choice.Value, tag, StringComparison.Ordinal)));
        return string.IsNullOrEmpty(Language) ? Page() : await SearchAsync(cancellationToken);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (await LoadAsync(cancellationToken) is { } missing)
        {
            return missing;
        }

        if (string.IsNullOrEmpty(Language))
        {
            Errors.Add(nameof(Language), Words["Mediator_LanguageMissing"]);
            return Again();
        }

        return await SearchAsync(cancellationToken);
    }

    /// <summary>Books a mediator from now on.</summary>
    public async Task<IActionResult> OnPostCallAsync(Guid mediator, CancellationToken cancellationToken)
    {
        var body = new { mediatorId = mediator, language = Language, mode = Mode, gender = Given(Gender), minimumLevel = Level, notMediators = Not, forPerson = Given(Person) };
        var booked = await Calls.SendAsync<Booking>(new ServiceRequest("mediation", HttpMethod.Post, "/v1/bookings") { Body = body, IdempotencyKey = $"{FormKey}-{mediator}" }, cancellationToken);
        if (booked.IsGood)
        {
            Tell("booking");
            return LocalRedirect($"/mediators/bookings/{booked.Value.Id}");
        }

        Errors.Add(booked.Problem, Words);
        Response.StatusCode = StatusCodes.Status409Conflict;
        return await LoadAsync(cancellationToken) ?? await SearchAsync(cancellationToken);
    }

    /// <summary>The search as hidden fields, with another language or mode where one is named.</summary>
    public IEnumerable<(string Name, string? Value)> Fields(string? language = null, string? mode = null) =>
    [
        (nameof(Language), language ?? Language), (nameof(Mode), mode ?? Mode), (nameof(Level), Level), (nameof(Gender), Gender), (nameof(Also), Also), (nameof(Person), Person),
        .. Not.Select(id => (nameof(Not), (string?)id.ToString())),
    ];

    private async Task<IActionResult?> LoadAsync(CancellationToken cancellationToken)
    {
        var tongues = Calls.GetAsync<Tongues>("mediation", "/v1/languages", cancellationToken);
        var open = Calls.GetAsync<Bookings>("mediation", "/v1/bookings", cancellationToken);
        var person = string.IsNullOrEmpty(Person) ? null : await Calls.GetAsync<Person>("screening", "/v1/people/" + ServiceCalls.Id(Person), cancellationToken);
        if ((person?.Problem ?? (await tongues).Problem) is { } problem)
        {
            return Missing(problem);
        }

        ForWhom = person?.Value;
        Open = (await open).Value?.Items.Where(booking => booking.State is not ("done" or "failed")).ToList();
        var speaking = (await tongues).Value!.Items.Where(tongue => tongue.Mediators && tongue.Tag is not "pt").OrderBy(tongue => tongue.Name, StringComparer.CurrentCulture);
        Languages = [new Choice("", ""), .. speaking.Select(tongue => new Choice(tongue.Tag, $"{tongue.Name} – {tongue.NameNative}"))];
        return null;
    }

    private async Task<IActionResult> SearchAsync(CancellationToken cancellationToken)
    {
        string[] known = [.. ForWhom?.Languages.Select(names.TagOf) ?? [], .. Given(Also) is { } also ? (string[])[also] : []];
        var wish = new
        {
            language = Language,
            mode = Mode,
            gender = Given(Gender),
            minimumLevel = Level,
            notMediators = Not,
            alsoSpeaks = known.Where(tag => !string.Equals(tag, Language, StringComparison.Ordinal)).Distinct(StringComparer.Ordinal),
        };
        var answer = await Calls.SendAsync<Found>(new ServiceRequest("mediation", HttpMethod.Post, "/v1/mediators/search") { Body = wish }, cancellationToken);
        if (!answer.IsGood)
        {
            return Again(answer.Problem);
        }

        Found = answer.Value;
        return Page();
    }

    private static string? Given(string? text) => string.IsNullOrWhiteSpace(text) ? null : text;
}
