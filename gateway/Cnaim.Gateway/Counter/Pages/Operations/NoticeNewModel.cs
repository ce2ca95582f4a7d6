using Cnaim.Gateway.Counter.Calls;
using Cnaim.Gateway.Counter.Notices;
using Microsoft.AspNetCore.Mvc;

namespace Cnaim.Gateway.Counter.Pages.Operations;

/// <summary>S30, O3: words in both languages for every page of staff and the sign-in page, from a moment to a moment; from now for two hours, unless something else is typed.</summary>
internal sealed class NoticeNewModel(CurrentNotices notices, TimeProvider clock) : CounterPage
{
    private const int UsualHours = 2;

    [BindProperty]
    public string? Pt { get; set; }

    [BindProperty]
    public string? En { get; set; }

    [BindProperty]
    public TypedDate From { get; set; } = new();

    [BindProperty]
    public string? FromTime { get; set; }

    [BindProperty]
    public TypedDate Until { get; set; } = new();

    [BindProperty]
    public string? UntilTime { get; set; }

    public IActionResult OnGet()
    {
        if (Staff.Role is not "administrator")
        {
            return NotFound();
        }

        var now = clock.GetUtcNow();
        (From, FromTime) = Typed(now);
        (Until, UntilTime) = Typed(now.AddHours(UsualHours));
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (Staff.Role is not "administrator")
        {
            return NotFound();
        }

        var (from, until) = (Read(From, FromTime, "from"), Read(Until, UntilTime, "until"));
        Demand("pt", Pt);
        Demand("en", En);
        if (!Errors.IsEmpty)
        {
            return Again();
        }

        var body = new { pt = Pt!.Trim(), en = En!.Trim(), shownFrom = from, shownUntil = until };
        var answer = await Calls.SendAsync<Notice>(new ServiceRequest("directory", HttpMethod.Post, "/v1/notices") { Body = body, IdempotencyKey = FormKey }, cancellationToken);
        if (answer.IsGood)
        {
            notices.Forget();
            Tell("notice");
            return LocalRedirect("/operations");
        }

        Explain(answer.Problem);
        return Again();
    }

    private static (TypedDate Day, string? Time) Typed(DateTimeOffset at) =>
        TypedMoment.Of(at) is var typed ? (new TypedDate { Day = typed.Day, Month = typed.Month, Year = typed.Year }, typed.Time) : default;

    private DateTimeOffset? Read(TypedDate day, string? time, string field)
    {
        var at = new TypedMoment(day.Day, day.Month, day.Year, time).Read(clock.GetUtcNow());
        if (at is null)
        {
            Errors.Add(field, Words["Notice_TimeWrong"]);
        }

        return at;
    }

    private void Demand(string field, string? text)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            Errors.Add(field, Words["FieldWrong_" + field]);
        }
    }

    private void Explain(ServiceProblem problem)
    {
        foreach (var field in problem.Errors?.Keys ?? [])
        {
            Errors.Add(field is "shownUntil" ? "until" : field, Words.ProblemAt(field));
        }

        if (problem.Errors is not { Count: > 0 })
        {
            Errors.Add(problem, Words);
        }
    }
}
