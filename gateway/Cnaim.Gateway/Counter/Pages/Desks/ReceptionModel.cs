using Cnaim.Gateway.Counter.Calls;
using Cnaim.Gateway.Counter.Components;
using Microsoft.AspNetCore.Mvc;

namespace Cnaim.Gateway.Counter.Pages.Desks;

/// <summary>S03: language, queue, ticket. The queue's button sends the form.</summary>
internal sealed class ReceptionModel(OfficeCodes offices) : CounterPage
{
    /// <summary>ISO 639-3, the most used first.</summary>
    public static readonly string[] MostUsed = ["por", "eng", "kea", "pov", "fra", "ron", "rus", "ukr", "ara", "hin", "ben", "nep", "urd", "cmn", "spa", "wol", "mnk", "ful"];

    /// <summary>The languages of the phrase board; every other one has the same board in Portuguese.</summary>
    public static readonly string[] WithPhrases = ["en", "fr", "es", "ro", "ru", "uk", "ar", "kea", "pov", "ff", "mnk", "wo"];

    public static readonly string[] Priorities = ["pregnant", "infant", "elderly", "disability"];

    [BindProperty]
    public string Language { get; set; } = "por";

    [BindProperty]
    public string? Priority { get; set; }

    [BindProperty]
    public string? Queue { get; set; }

    [BindProperty]
    public string? Theme { get; set; }

    /// <summary>What a person with an appointment brings (R2).</summary>
    [BindProperty]
    public string? Code { get; set; }

    public Arrival? Arrival { get; private set; }

    public string? ArrivalOffice { get; private set; }

    public QueueList? Queues { get; private set; }

    public IReadOnlyList<Choice> Languages => Words.Choices("Language", MostUsed);

    /// <summary>What a question was about: the offices, and anything else.</summary>
    public IReadOnlyList<Choice> Themes => [new Choice("", ""), .. offices.All.Select(office => new Choice(office, Words.Office(office))).OrderBy(choice => choice.Text, StringComparer.CurrentCulture), new Choice("other", Words["InfoTheme_other"])];

    public IReadOnlyList<Choice> PhraseLanguages => [.. Words.Choices("Tongue", WithPhrases).OrderBy(choice => choice.Text, StringComparer.CurrentCulture)];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        var answer = await Calls.GetAsync<QueueList>("reception", "/v1/queues", cancellationToken);
        if (answer.Problem is { IsMissing: true } missing)
        {
            return Missing(missing);
        }

        Queues = answer.Value;
        return Page();
    }

    /// <summary>Asks every office, since the code tells nobody which one it is (ADR 0073).</summary>
    public async Task<IActionResult> OnPostArriveAsync(CancellationToken cancellationToken)
    {
        if (string.IsNullOrWhiteSpace(Code))
        {
            Errors.Add(nameof(Code), Words["Appt_CodeMissing"]);
        }
        else
        {
            var answers = await Task.WhenAll(offices.All.Prepend("reception").Select(office => AskAsync(office, cancellationToken)));
            (ArrivalOffice, Arrival) = Array.Find(answers, answer => answer.Arrival is not null);
            if (Arrival is null)
            {
                Errors.Add(nameof(Code), Words["Appt_CodeUnknown"]);
            }
        }

        Response.StatusCode = Errors.IsEmpty ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity;
        return await OnGetAsync(cancellationToken);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        var body = new { queue = Queue, language = Language, priority = string.IsNullOrEmpty(Priority) ? null : Priority };
        var issued = await Calls.SendAsync<IssuedTicket>(new ServiceRequest("reception", HttpMethod.Post, "/v1/tickets") { Body = body, IdempotencyKey = FormKey }, cancellationToken);
        if (issued.IsGood)
        {
            SlipSecret.Keep(HttpContext, issued.Value.Id, issued.Value.Token);
            return LocalRedirect($"/tickets/{issued.Value.Id}/slip");
        }

        Errors.Add(issued.Problem, Words);
        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return await OnGetAsync(cancellationToken);
    }

    /// <summary>R3: a question answered at the information counter; nothing of whoever asked.</summary>
    public async Task<IActionResult> OnPostQuestionAsync(CancellationToken cancellationToken)
    {
        if (string.IsNullOrEmpty(Theme))
        {
            Errors.Add(nameof(Theme), Words["Reception_ThemeMissing"]);
        }
        else
        {
            var body = new { theme = Theme, language = Language };
            var logged = await Calls.SendAsync<object>(new ServiceRequest("reception", HttpMethod.Post, "/v1/information-requests") { Body = body, IdempotencyKey = FormKey }, cancellationToken);
            if (logged.IsGood)
            {
                Tell("question");
                return LocalRedirect("/reception");
            }

            Errors.Add(logged.Problem, Words);
        }

        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return await OnGetAsync(cancellationToken);
    }

    private async Task<(string Office, Arrival? Arrival)> AskAsync(string office, CancellationToken cancellationToken)
    {
        var answer = await Calls.SendAsync<Arrival>(new ServiceRequest(office, HttpMethod.Post, "/v1/appointments/check-in") { Body = new { code = Code }, IdempotencyKey = FormKey }, cancellationToken);
        return (office, answer.Value);
    }
}
