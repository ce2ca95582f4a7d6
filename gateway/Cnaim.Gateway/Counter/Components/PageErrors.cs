using Cnaim.Gateway.Counter.Calls;

namespace Cnaim.Gateway.Counter.Components;

/// <summary>What is wrong with what was sent: in the summary, and with the same words beside each field.</summary>
internal sealed class PageErrors
{
    private readonly List<PageError> _errors = [];

    public IReadOnlyList<PageError> All => _errors;

    public bool IsEmpty => _errors.Count == 0;

    public string? Of(string field) => _errors.Find(error => string.Equals(error.Field, field, StringComparison.OrdinalIgnoreCase))?.Text;

    public void Add(string? field, string text) => _errors.Add(new PageError(field, text));

    /// <summary>A service's words are for engineers; the counter says it in its own, by the problem's code.</summary>
    public void Add(ServiceProblem problem, Words words)
    {
        foreach (var field in problem.Errors?.Keys ?? [])
        {
            Add(field, words.ProblemAt(field));
        }

        if (problem.Errors is not { Count: > 0 })
        {
            Add(null, words.Problem(problem));
        }
    }
}
