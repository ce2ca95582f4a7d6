using Cnaim.Messaging;
using Cnaim.Screening.People;
using Cnaim.Screening.Rules;
using Cnaim.ServiceDefaults.Authentication;
using Cnaim.ServiceDefaults.Problems;
using Microsoft.Extensions.Options;

namespace Cnaim.Screening.Consents;

/// <summary>Records a consent; the caller commits.</summary>
internal sealed class GrantConsent(
    PeopleStore people, ConsentStore store, RulesCatalogue rules, CodeLists lists, IOptions<PeopleOptions> options, SensitiveOffices offices, OfficeTransaction transaction, TimeProvider clock)
{
    private const string CurrentText = "1";

    public async Task<Decision<ConsentView>> RunAsync(ConsentInput input, Actor actor, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        if (input.Check(lists, IsOffice, now) is { } refusal)
        {
            return refusal;
        }

        if (await people.FindByRefAsync(input.PersonId, actor, cancellationToken) is not { } person)
        {
            return ScreeningRefusals.PersonNotFound;
        }

        if (input.CheckAge(person.BornFirst, clock.Today()) is { } tooYoung)
        {
            return tooYoung;
        }

        var consent = new ConsentRow
        {
            ConsentId = Guid.CreateVersion7(now),
            PersonRef = input.PersonId,
            Recipients = input.Recipients,
            Purposes = input.Purposes,
            Categories = input.CategoriesOrDefault(),
            Decision = input.Decision ?? ConsentTerms.Permit,
            GivenBy = input.GivenBy ?? "self",
            GuardianRelation = input.GuardianRelation,
            ValidFrom = input.First(now),
            ValidTo = input.Last(person.BornFirst),
            Language = input.Language,
            Interpreter = input.Interpreter,
            Evidence = input.Evidence,
            TextVersion = input.TextVersion ?? CurrentText,
            Status = input.IsDenied ? "inactive" : input.Status ?? "active",
            IsOwn = true,
        };
        await store.InsertAsync(consent, person.PersonId, actor, cancellationToken);
        transaction.Audit(new AuditEntry { Action = ActionOf(consent), RecordKind = "consent", RecordId = consent.ConsentId.ToString(), Actor = actor });
        return ConsentView.Of(consent, actor.Office, offices);
    }

    private static string ActionOf(ConsentRow consent) => consent switch
    {
        { Decision: ConsentTerms.Deny } => "consent.denied",
        { Status: "draft" } => "consent.drafted",
        _ => "consent.granted",
    };

    private bool IsOffice(string code) =>
        options.Value.IntakeOffices.Contains(code, StringComparer.Ordinal) || (rules.InForce(clock.Today())?.Rules.Offices.Contains(code) ?? false);
}
