using Cnaim.ServiceDefaults.Problems;

namespace Cnaim.Screening;

/// <summary>Collects what is wrong with the members of a request.</summary>
internal sealed class Errors
{
    private readonly SortedDictionary<string, string[]> _errors = new(StringComparer.Ordinal);

    public void Add(string member, string error) => _errors[member] = [.. _errors.GetValueOrDefault(member, []), error];

    public void AddUnless(bool isRight, string member, string error)
    {
        if (!isRight)
        {
            Add(member, error);
        }
    }

    /// <summary>Codes: at least one when required, each of the list, none twice.</summary>
    public void Codes(string member, IReadOnlyCollection<string> given, Func<string, bool> isKnown, bool isRequired)
    {
        AddUnless(!isRequired || given.Count > 0, member, "at least one is required");
        foreach (var code in given.Where(code => !isKnown(code)))
        {
            Add(member, $"unknown code '{Rules.AnswerText.Printable(code)}'");
        }

        AddUnless(given.Distinct(StringComparer.Ordinal).Count() == given.Count, member, "a code is given twice");
    }

    public Refusal? As(Refusal refusal) => _errors.Count is 0 ? null : refusal.With(_errors);
}
