using Microsoft.AspNetCore.Mvc;

namespace Cnaim.Gateway.Counter.Pages.Screenings;

/// <summary>S14: one question, in Portuguese and where we have it in the person's language; each answer is saved at once.</summary>
internal sealed class AskModel(CodeNames names) : InterviewPage(names)
{
    public Question Asked { get; private set; } = null!;

    public IReadOnlyList<string> Values { get; private set; } = [];

    /// <summary>The answer that the page shows as saved: one that somebody else gives meanwhile is not written over unseen.</summary>
    [BindProperty]
    public string? Seen { get; set; }

    /// <summary>Goes back to the answers instead of on to the next question.</summary>
    [BindProperty(SupportsGet = true)]
    public bool IsChange { get; set; }

    /// <summary>What somebody else answered while this page was open, in words.</summary>
    public string? Meanwhile { get; private set; }

    private string Saved => string.Join(' ', Interview.ValuesOf(Asked.Code));

    public string AddressBefore => Shown.TakeWhile(question => !ReferenceEquals(question, Asked)).LastOrDefault() is { } before && !IsChange ? $"/screenings/{Interview.Id}/{before.Code}"
        : $"/screenings/{Interview.Id}{(IsChange ? "/check" : "")}";

    public string AddressAfter => $"/screenings/{Interview.Id}/{(IsChange ? null : Open(Shown.SkipWhile(question => !ReferenceEquals(question, Asked)).Skip(1)) ?? Open(Shown.Where(question => !ReferenceEquals(question, Asked)))) ?? "check"}";

    public async Task<IActionResult> OnGetAsync(Guid id, string question, CancellationToken cancellationToken)
    {
        if (await FindAsync(id, question, cancellationToken) is { } missing)
        {
            return missing;
        }

        (Values, Seen) = (Interview.ValuesOf(Asked.Code), Saved);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, string question, CancellationToken cancellationToken)
    {
        if (await FindAsync(id, question, cancellationToken) is { } missing)
        {
            return missing;
        }

        var form = await Request.ReadFormAsync(cancellationToken);
        Values = Given(Asked, form);
        if (ValueOf(Asked, form) is not { } value)
        {
            Errors.Add(Asked.Code, Words["Interview_Missing"]);
            return Again();
        }

        if (!string.Equals(Seen ?? "", Saved, StringComparison.Ordinal) && !Values.SequenceEqual(Interview.ValuesOf(Asked.Code), StringComparer.Ordinal))
        {
            (Meanwhile, Seen) = (TextOf(Asked), Saved);
            Errors.Add(Asked.Code, Words["Interview_Meanwhile"]);
            return Again();
        }

        return await SaveAsync(new Dictionary<string, object>(StringComparer.Ordinal) { [Asked.Code] = value }, cancellationToken) is { } problem ? Again(problem) : LocalRedirect(AddressAfter);
    }

    private async Task<IActionResult?> FindAsync(Guid id, string code, CancellationToken cancellationToken)
    {
        if (await LoadAsync(id, cancellationToken) is { } missing)
        {
            return missing;
        }

        Asked = Shown.FirstOrDefault(question => string.Equals(question.Code, code, StringComparison.Ordinal))!;
        return Asked is null ? NotFound() : null;
    }

    private string? Open(IEnumerable<Question> questions) => questions.FirstOrDefault(question => !Interview.Answers.ContainsKey(question.Code))?.Code;
}
