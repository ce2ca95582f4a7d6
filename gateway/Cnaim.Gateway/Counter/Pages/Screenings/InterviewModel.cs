using Microsoft.AspNetCore.Mvc;

namespace Cnaim.Gateway.Counter.Pages.Screenings;

/// <summary>S14, compact: what was answered and what to ask now, by block. Each save asks for what follows from it.</summary>
internal sealed class InterviewModel(CodeNames names) : InterviewPage(names)
{
    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellationToken)
    {
        InterviewStyle.Remember(HttpContext, isCompact: true);
        return await LoadAsync(id, cancellationToken) ?? Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, string? then, CancellationToken cancellationToken)
    {
        var form = await Request.ReadFormAsync(cancellationToken);
        if (await LoadAsync(id, cancellationToken) is { } missing)
        {
            return missing;
        }

        var shown = form["shown"].ToString().Split(' ');
        var answers = Book.Questions.Where(question => shown.Contains(question.Code, StringComparer.Ordinal)).Select(question => (question.Code, Value: ValueOf(question, form))).Where(answer => answer.Value is not null)
            .ToDictionary(answer => answer.Code, answer => answer.Value!, StringComparer.Ordinal);
        if (answers.Count > 0 && await SaveAsync(answers, cancellationToken) is { } problem)
        {
            return Again(problem);
        }

        return then is "result" || Interview.NextQuestions.Count == 0 ? LocalRedirect($"/screenings/{id}/result") : LocalRedirect($"/screenings/{id}/all");
    }
}
