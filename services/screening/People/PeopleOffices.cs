using Cnaim.Screening.Rules;
using Microsoft.Extensions.Options;

namespace Cnaim.Screening.People;

/// <summary>The offices that may know people: those of the rules in force, and where people arrive.</summary>
internal sealed class PeopleOffices(RulesCatalogue rules, IOptions<PeopleOptions> options, TimeProvider clock)
{
    public bool Exists(string code) =>
        options.Value.IntakeOffices.Contains(code, StringComparer.Ordinal) || (rules.InForce(clock.Today())?.Rules.Offices.Contains(code) ?? false);
}
