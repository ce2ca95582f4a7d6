using Cnaim.Gateway.Counter.Calls;
using Cnaim.Gateway.Counter.Components;
using Cnaim.Gateway.Counter.Pages.Mediators;
using Microsoft.AspNetCore.Mvc;

namespace Cnaim.Gateway.Counter.Pages.Interpreting;

/// <summary>S22: a language, and a number to dial. The box filters by any name of a language, at the server, so that it needs no script.</summary>
internal sealed class NewModel(TimeProvider clock) : CounterPage
{
    /// <summary>What was typed, or a language's tag.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Language { get; set; }

    /// <summary>The language that was chosen where what was typed fits several.</summary>
    [BindProperty]
    public string? Tag { get; set; }

    [BindProperty]
    public string? Day { get; set; }

    [BindProperty]
    public string? Month { get; set; }

    [BindProperty]
    public string? Year { get; set; }

    [BindProperty]
    public string? Time { get; set; }

    public IReadOnlyList<Tongue> Tongues { get; private set; } = [];

    /// <summary>What fits, where it is more than one.</summary>
    public IReadOnlyList<Tongue> Fitting { get; private set; } = [];

    /// <summary>What this desk's office has asked for and not ended; null where it could not be asked.</summary>
    public IReadOnlyList<PhoneCall>? Open { get; private set; }

    public IReadOnlyList<Choice> Names => [.. Tongues.Select(tongue => new Choice(tongue.Name, tongue.NameNative))];

    public IReadOnlyList<Choice> Which => [.. Fitting.Select(tongue => new Choice(tongue.Tag, $"{tongue.Name} – {tongue.NameNative}"))];

    public TypedMoment When => new(Day, Month, Year, Time);

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (await LoadAsync(cancellationToken) is { } missing)
        {
            return missing;
        }

        Language = Language is { } typed && NameSearch.Of(Tongues, typed) is [var only] ? only.Name : Language;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (await LoadAsync(cancellationToken) is { } missing)
        {
            return missing;
        }

        var found = NameSearch.Of(Tongues, string.IsNullOrEmpty(Tag) ? Language ?? "" : Tag);
        var at = When.IsEmpty ? null : When.Read(clock.GetUtcNow());
        if (found.Count == 0)
        {
            Errors.Add(nameof(Language), Words[string.IsNullOrWhiteSpace(Language) ? "Interpreting_LanguageMissing" : "Interpreting_NotFound"]);
        }

        if (!When.IsEmpty && at is null)
        {
            Errors.Add(nameof(Time), Words["Mediator_TimeWrong"]);
        }

        if (!Errors.IsEmpty)
        {
            return Again();
        }

        Fitting = found.Count > 1 ? found : [];
        return found is [var only] ? await RequestAsync(only, at, cancellationToken) : Page();
    }

    private async Task<IActionResult> RequestAsync(Tongue tongue, DateTimeOffset? at, CancellationToken cancellationToken)
    {
        var call = new ServiceRequest("mediation", HttpMethod.Post, "/v1/interpreting-requests") { Body = new { language = tongue.Tag, at }, IdempotencyKey = $"{FormKey}-{tongue.Tag}-{at:O}" };
        var answer = await Calls.SendAsync<PhoneCall>(call, cancellationToken);
        return answer.IsGood ? LocalRedirect($"/interpreting/{answer.Value.Id}") : Again(answer.Problem);
    }

    private async Task<IActionResult?> LoadAsync(CancellationToken cancellationToken)
    {
        var tongues = Calls.GetAsync<Tongues>("mediation", "/v1/languages", cancellationToken);
        var open = Calls.GetAsync<PhoneCalls>("mediation", "/v1/interpreting-requests", cancellationToken);
        if (((await tongues).Problem ?? ((await open).Problem is { IsMissing: true } refused ? refused : null)) is { } problem)
        {
            return Missing(problem);
        }

        Tongues = [.. (await tongues).Value!.Items.Where(tongue => tongue.Telephone).OrderBy(tongue => tongue.Name, StringComparer.CurrentCulture)];
        Open = (await open).Value?.Items.Where(request => request.State is not ("done" or "failed")).ToList();
        return null;
    }
}
