using Cnaim.Gateway.Counter.Calls;
using Cnaim.Gateway.Counter.Pages.People;
using Microsoft.AspNetCore.Mvc;

namespace Cnaim.Gateway.Counter.Pages.Screenings;

/// <summary>S14: the sections of an interview and how far each is; for who was here before, the answers of that day, to be confirmed section by section.</summary>
internal sealed class TasksModel(CodeNames names) : InterviewPage(names)
{
    // Each round may open further questions of the section.
    private const int MostRounds = 10;

    // Whether the person can speak freely, is safe, and what they want today, is asked each time.
    private static readonly string[] AskedAnew = ["start", "safety", "goals"];

    /// <summary>The last interview of the person before this one; null where there was none.</summary>
    public Interview? Earlier { get; private set; }

    /// <summary>Whether a section has just been confirmed: then the keyboard is at the next one.</summary>
    [BindProperty(Name = "confirmed", SupportsGet = true)]
    public bool IsConfirming { get; set; }

    /// <summary>The first section that can be confirmed.</summary>
    public string? ToConfirm => Sections.FirstOrDefault(section => Before(section.Block.Code).Count > 0).Block?.Code;

    public IEnumerable<(Labelled Block, string State, string? Next)> Sections => Blocks.Select(section =>
    {
        var open = section.Questions.FirstOrDefault(question => !Interview.Answers.ContainsKey(question.Code));
        var isBegun = section.Questions.Any(question => Interview.Answers.ContainsKey(question.Code));
        var state = section.Questions.Count == 0 ? "not-available" : open is null ? "done" : isBegun ? "begun" : "not-begun";
        return (section.Block, state, (open ?? (section.Questions is [var first, ..] ? first : null))?.Code);
    });

    /// <summary>The next question of the whole interview; null when all are answered.</summary>
    public string? Next => Shown.FirstOrDefault(question => !Interview.Answers.ContainsKey(question.Code))?.Code;

    public static string TagOf(string state) => state switch
    {
        "done" => "govuk-tag--green",
        "begun" => "govuk-tag--purple",
        "not-begun" => "",
        _ => "govuk-tag--grey",
    };

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellationToken)
    {
        InterviewStyle.Remember(HttpContext, isCompact: false);
        return await LoadAllAsync(id, cancellationToken) ?? Page();
    }

    /// <summary>Takes over the earlier answers of a section, as far as they are asked today.</summary>
    public async Task<IActionResult> OnPostAsync(Guid id, string section, CancellationToken cancellationToken)
    {
        if (await LoadAllAsync(id, cancellationToken) is { } missing)
        {
            return missing;
        }

        for (var round = 0; round < MostRounds && Before(section) is { Count: > 0 } open; round++)
        {
            if (await SaveAsync(open.ToDictionary(question => question.Code, object (question) => Earlier!.Answers[question.Code], StringComparer.Ordinal), cancellationToken) is { } problem)
            {
                return Again(problem);
            }
        }

        return LocalRedirect($"/screenings/{id}?confirmed=true");
    }

    /// <summary>The questions of a section that are open and were answered before.</summary>
    public IReadOnlyList<Question> Before(string section) => AskedAnew.Contains(section, StringComparer.Ordinal) ? []
        : [.. Shown.Where(question => string.Equals(question.Block, section, StringComparison.Ordinal) && !Interview.Answers.ContainsKey(question.Code) && Earlier?.Answers.ContainsKey(question.Code) is true)];

    public string TextBefore(Question question) => TextOf(question, Earlier!.ValuesOf(question.Code));

    // Without the earlier one everything is asked, as the first time.
    private async Task<IActionResult?> LoadAllAsync(Guid id, CancellationToken cancellationToken)
    {
        if (await LoadAsync(id, cancellationToken) is { } missing)
        {
            return missing;
        }

        var process = await Calls.GetAsync<PersonProcess>("screening", $"/v1/people/{ServiceCalls.Id(Interview.PersonId)}/process", cancellationToken);
        if (process.Value?.Interviews.Where(past => past.Id != id && past.Date <= Interview.Date).MaxBy(past => past.UpdatedAt) is { } last)
        {
            Earlier = (await Calls.GetAsync<Interview>("screening", $"/v1/interviews/{last.Id}", cancellationToken)).Value;
        }

        return null;
    }
}
