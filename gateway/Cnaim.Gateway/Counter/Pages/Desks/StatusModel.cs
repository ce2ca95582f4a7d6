using Cnaim.Gateway.Counter.Calls;
using Cnaim.Gateway.Counter.Texts;
using Microsoft.AspNetCore.Mvc;

namespace Cnaim.Gateway.Counter.Pages.Desks;

/// <summary>S05: the holder's own telephone. Unknown, used and expired look the same.</summary>
internal sealed class StatusModel(PersonTexts texts, CodeNames names) : CounterPage
{
    /// <summary>The language that was asked for on the telephone; the ticket's otherwise.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Lang { get; set; }

    /// <summary>What was asked for, also where there are no texts in it: phrases may be there.</summary>
    public string Tag => Lang ?? names.TagOf(Ticket?.Language ?? PersonTexts.Original);

    public PersonLanguage Own => texts.For(Tag);

    /// <summary>The languages that there are texts in, as their speakers call them.</summary>
    public IEnumerable<(PersonLanguage Language, string Name)> Others => texts.Languages.Where(language => !string.Equals(language.Tag, Own.Lang, StringComparison.Ordinal))
        .Select(language => (texts.For(language.Tag), texts.NameOf(language.Tag))).OrderBy(language => language.Item2, StringComparer.Ordinal);

    public TicketStatus? Ticket { get; private set; }

    public async Task<IActionResult> OnGetAsync(string token, CancellationToken cancellationToken)
    {
        var answer = await Calls.GetAsync<TicketStatus>("reception", "/v1/ticket-status/" + ServiceCalls.Id(token), cancellationToken);
        if (answer.Problem is { IsMissing: false } problem)
        {
            return Missing(problem);
        }

        Ticket = answer.Value;
        Response.StatusCode = Ticket is null ? StatusCodes.Status404NotFound : StatusCodes.Status200OK;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string token, string move, CancellationToken cancellationToken)
    {
        var answer = await Calls.SendAsync<object>(new ServiceRequest("reception", HttpMethod.Post, $"/v1/ticket-status/{ServiceCalls.Id(token)}/{ServiceCalls.Id(move)}"), cancellationToken);
        if (answer.Problem is { IsMissing: false } problem)
        {
            Errors.Add(problem, Words);
            return await OnGetAsync(token, cancellationToken);
        }

        return LocalRedirect("/t/" + ServiceCalls.Id(token) + (Lang is { Length: > 0 } ? QueryString.Create("lang", Lang) : ""));
    }
}
