using System.Text.Json;
using Cnaim.Gateway.Counter.Calls;
using Cnaim.Gateway.Counter.Pages.Screenings;
using Microsoft.AspNetCore.Mvc;

namespace Cnaim.Gateway.Counter.Pages.Emergencies;

/// <summary>S13: the opened record, for who opened it and for 60 minutes; each look is written down.</summary>
internal sealed class RecordModel(TimeProvider clock) : EmergencyPage(clock)
{
    private QuestionBook? _book;

    public OpenedRecord Record { get; private set; } = null!;

    /// <summary>Questions and answers in words, as far as screening gives them.</summary>
    public IEnumerable<(string Question, string Answer)> Answers => Record.Answers.Select(answer =>
    {
        var question = _book?.Questions.FirstOrDefault(one => string.Equals(one.Code, answer.Key, StringComparison.Ordinal));
        var values = answer.Value.ValueKind is JsonValueKind.Array ? answer.Value.EnumerateArray().Select(value => value.ToString()) : [answer.Value.ToString()];
        return (question?.Text.Shown ?? answer.Key, string.Join(", ", values.Select(value => question?.Options.FirstOrDefault(option => string.Equals(option.Code, value, StringComparison.Ordinal))?.Label.Shown ?? value)));
    });

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellationToken)
    {
        if (!IsAllowed)
        {
            return NotFound();
        }

        var answer = await Calls.SendAsync<OpenedRecord>(new ServiceRequest("screening", HttpMethod.Get, $"{List}/{id}/record") { Purpose = "emergency" }, cancellationToken);
        if (!answer.IsGood)
        {
            return Missing(answer.Problem);
        }

        Record = answer.Value;
        _book = (await Calls.GetAsync<QuestionBook>("screening", "/v1/rules/questions", cancellationToken)).Value;
        return Page();
    }
}
