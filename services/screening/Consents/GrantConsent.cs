using Cnaim.Messaging;
using Cnaim.Screening.People;
using Cnaim.Screening.Rules;
using Cnaim.ServiceDefaults.Authentication;
using Cnaim.ServiceDefaults.Problems;
using Microsoft.Extensions.Options;

namespace Cnaim.Screening.Consents;

/// <summary>Records a consent; the caller commits.</summary>
internal sealed class GrantConsent(
    PeopleStore people, ConsentStore store, RulesCatalogue rules, CodeLists lists, IOptions<PeopleOptions> options, OfficeTransaction transaction, TimeProvider clock)
{
    private const string CurrentText = "1";

    public async Task<Decision<ConsentView>> RunAsync(ConsentInput input, Actor actor, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        if (input.Check(lists, IsOffice, now) is { } refusal)
        {
            return refusal;
        }

        if (await people.FindByRefAsync(input.PersonId, actor, cancellationToken) is not { } personId)
        {
            return ScreeningRefusals.PersonNotFound;
        }

        var consent = new ConsentRow
        {
            ConsentId = Guid.CreateVersion7(now),
            PersonRef = input.PersonId,
            Recipients = input.Recipients,
            Purposes = input.Purposes,
            Categories = input.CategoriesOrDefault(),
            GivenBy = input.GivenBy ?? "self",
            ValidFrom = input.First(now),
            ValidTo = input.Last(),
            Language = input.Language,
            Evidence = input.Evidence,
            TextVersion = input.TextVersion ?? CurrentText,
            Status = "active",
            IsOwn = true,
        };
        await store.InsertAsync(consent, personId, actor, cancellationToken);
        transaction.Audit(new AuditEntry { Action = "consent.granted", RecordKind = "consent", RecordId = consent.ConsentId.ToString(), Actor = actor });
        return ConsentView.Of(consent, actor.Office);
    }

    private bool IsOffice(string code) =>
        options.Value.IntakeOffices.Contains(code, StringComparer.Ordinal) || (rules.InForce(clock.Today())?.Rules.Offices.Contains(code) ?? false);
}
