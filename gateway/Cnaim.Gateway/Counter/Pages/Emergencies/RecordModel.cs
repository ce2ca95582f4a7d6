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
    public IEnumerable<(string Question, string Answer)> Answers => AnswersInWords.Of(Record.Answers, _book, Words);

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
        _book = await QuestionBook.ReadAsync(Calls, cancellationToken);
        return Page();
    }
}
