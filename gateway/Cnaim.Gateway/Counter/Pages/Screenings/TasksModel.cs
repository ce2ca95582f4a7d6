using Microsoft.AspNetCore.Mvc;

namespace Cnaim.Gateway.Counter.Pages.Screenings;

/// <summary>S14: the sections of an interview and how far each is.</summary>
internal sealed class TasksModel(CodeNames names) : InterviewPage(names)
{
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
        return await LoadAsync(id, cancellationToken) ?? Page();
    }
}
