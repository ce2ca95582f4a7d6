using Microsoft.AspNetCore.Mvc;

namespace Cnaim.Gateway.Counter.Pages.Partners;

/// <summary>S28, D5: owes an endpoint events again, by their ids or since a time.</summary>
internal sealed class ReplayModel(TimeProvider clock) : PartnerPage
{
    [BindProperty]
    public string? EventIds { get; set; }

    [BindProperty]
    public string? Day { get; set; }

    [BindProperty]
    public string? Month { get; set; }

    [BindProperty]
    public string? Year { get; set; }

    [BindProperty]
    public string? Time { get; set; }

    public Guid Id { get; private set; }

    public PartnerEndpoint Endpoint { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellationToken)
    {
        var answer = await AskAsync<PartnerEndpoint>($"{Endpoints}/{id}", cancellationToken);
        if (!answer.IsGood)
        {
            return Missing(answer.Problem);
        }

        (Id, Endpoint) = (id, answer.Value);
        if (HttpMethods.IsGet(Request.Method))
        {
            var since = TypedMoment.Of(clock.GetUtcNow().AddHours(-1));
            (Day, Month, Year, Time) = (since.Day, since.Month, since.Year, since.Time);
        }

        return Shown();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, string what, CancellationToken cancellationToken)
    {
        if ((what is "ids" ? Ids() : Since()) is not { } body)
        {
            return await OnGetAsync(id, cancellationToken);
        }

        var answer = await DoAsync<Replayed>($"{Endpoints}/{id}/replay", body, cancellationToken);
        if (!answer.IsGood)
        {
            Errors.Add(answer.Problem, Words);
            return await OnGetAsync(id, cancellationToken);
        }

        Tell(answer.Value.Events == 0 ? "replay-none" : answer.Value.More ? "replay-more" : "replay");
        return LocalRedirect($"/partners/endpoints/{id}");
    }

    private object? Ids()
    {
        var texts = (EventIds ?? "").Split([' ', ',', ';', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        var ids = texts.Select(text => Guid.TryParse(text, out var id) ? id : (Guid?)null).ToList();
        if (ids.Count == 0 || ids.Contains(null))
        {
            Errors.Add("eventIds", Words["Partner_IdsWrong"]);
            return null;
        }

        return new { eventIds = ids };
    }

    private object? Since()
    {
        var now = clock.GetUtcNow();
        if (new TypedMoment(Day, Month, Year, Time).Read(now) is not { } since || since > now)
        {
            Errors.Add("Day", Words["Partner_SinceWrong"]);
            return null;
        }

        return new { since };
    }
}

/// <summary>How many are owed again.</summary>
internal sealed record Replayed(int Events, bool More);
