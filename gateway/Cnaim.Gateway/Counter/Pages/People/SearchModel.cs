using System.Text.RegularExpressions;
using Cnaim.Gateway.Counter.Calls;
using Cnaim.Gateway.Counter.Kept;
using Microsoft.AspNetCore.Mvc;

namespace Cnaim.Gateway.Counter.Pages.People;

/// <summary>S10: one box for a name in any script or a process number. What is searched for is in no address and in no cookie.</summary>
internal sealed partial class SearchModel(KeptForms forms) : CounterPage
{
    [BindProperty]
    public string? Text { get; set; }

    [BindProperty]
    public string? Year { get; set; }

    public bool MayBreakGlass => Emergencies.EmergencyPage.IsFor(HttpContext, Staff);

    public Matches? Found { get; private set; }

    /// <summary>The search of this address is over, or was somebody else's.</summary>
    public bool IsOver { get; private set; }

    public async Task<IActionResult> OnGetAsync(Guid? searchId, CancellationToken cancellationToken)
    {
        if (searchId is not { } id)
        {
            return Page();
        }

        if (await forms.FindAsync<SearchTerms>(id, Staff.Subject, cancellationToken) is not { } terms)
        {
            IsOver = true;
            Response.StatusCode = StatusCodes.Status404NotFound;
            return Page();
        }

        (Text, Year) = terms;
        var answer = await FindAsync(terms, cancellationToken);
        if (!answer.IsGood)
        {
            return Again(answer.Problem);
        }

        Found = answer.Value;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (string.IsNullOrWhiteSpace(Text))
        {
            Errors.Add(nameof(Text), Words["Search_Missing"]);
            return Again();
        }

        var year = string.IsNullOrWhiteSpace(Year) ? null : Year.Trim();
        if (year is not null && !Person.IsYear(year))
        {
            Errors.Add(nameof(Year), Words["Search_YearWrong"]);
            return Again();
        }

        var terms = new SearchTerms(Text.Trim(), year);
        if (ProcessNumber().IsMatch(terms.Text) && (await FindAsync(terms, cancellationToken)).Value is { Items: [var only] })
        {
            return LocalRedirect("/people/" + only.Person.Id); // a number is one person's: nothing to choose from
        }

        var id = await forms.KeepAsync(Staff.Subject, terms, SearchTerms.Life, cancellationToken);
        return LocalRedirect($"/people/search/{id}#results");
    }

    private Task<ServiceAnswer<Matches>> FindAsync(SearchTerms terms, CancellationToken cancellationToken)
    {
        var isNumber = ProcessNumber().IsMatch(terms.Text);
        var body = new { name = isNumber ? null : terms.Text, processNumber = isNumber ? terms.Text.ToUpperInvariant() : null, birth = terms.Year, limit = 50 };
        return Calls.SendAsync<Matches>(new ServiceRequest("screening", HttpMethod.Post, "/v1/people/search") { Body = body }, cancellationToken);
    }

    [GeneratedRegex(@"^[A-Za-z]-\d{4}-\d{6}-\d$", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex ProcessNumber();
}
