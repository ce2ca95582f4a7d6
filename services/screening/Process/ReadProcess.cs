using Cnaim.Messaging;
using Cnaim.Screening.Consents;
using Cnaim.Screening.Duplicates;
using Cnaim.Screening.Interviews;
using Cnaim.Screening.People;
using Cnaim.Screening.Rules;
using Cnaim.ServiceDefaults.Authentication;
using Cnaim.ServiceDefaults.Problems;
using Dapper;
using Microsoft.Extensions.Options;

namespace Cnaim.Screening.Process;

internal sealed class ReadProcess(
    PeopleStore people,
    DuplicateStore duplicates,
    InterviewStore interviews,
    ConsentStore consents,
    RulesCatalogue rules,
    IOptions<PeopleOptions> options,
    SensitiveOffices offices,
    OfficeTransaction transaction,
    TimeProvider clock)
{
    public async Task<Decision<ProcessView>> RunAsync(string reference, Actor actor, CancellationToken cancellationToken)
    {
        var person = await people.FindAsync(reference, actor, cancellationToken);
        transaction.Audit(new AuditEntry { Action = person is null ? "process.read-denied" : "process.read", RecordKind = "person", RecordId = OfficeKeys.ForAudit(reference), Actor = actor });
        if (person is null)
        {
            return ScreeningRefusals.PersonNotFound;
        }

        var merged = await duplicates.MergedWithAsync(person.PersonId, actor, cancellationToken);
        var held = await interviews.OfPersonAsync(person.PersonId, actor, cancellationToken);
        var given = await consents.OfPersonAsync(person.PersonId, reference, actor, cancellationToken);
        var referrals = await ReferralsAsync(person.PersonId, actor, cancellationToken);
        foreach (var other in merged)
        {
            held = [.. held.Concat(await interviews.OfPersonAsync(other.PersonId, actor, cancellationToken)).OrderByDescending(interview => interview.Row.UpdatedAt)];
            given = [.. given, .. await consents.OfPersonAsync(other.PersonId, other.Ref, actor, cancellationToken)];
            referrals = [.. referrals.Concat(await ReferralsAsync(other.PersonId, actor, cancellationToken)).OrderByDescending(referral => referral.UpdatedAt)];
        }

        return new ProcessView
        {
            Person = PersonView.Of(person, reference),
            MergedWith = [.. merged.Select(other => new MergedPerson(other.Ref, other.ProcessNumber, other.IsKept))],
            Interviews = [.. held.Select(interview => new ProcessInterview(interview.Row.InterviewId, interview.Row.Date, interview.Row.Language, interview.Row.UpdatedAt))],
            Issues = held.Count > 0 && rules.InForce(held[0].Row.Date) is { } version
                ? Assess.Run(version, held[0].Answers, held[0].Row.Date, clock.GetUtcNow()).Issues
                : [],
            Consents = [.. given.Select(consent => ConsentView.Of(consent, actor.Office, offices))],
            Referrals = referrals,
        };
    }

    private async Task<IReadOnlyList<ProcessReferral>> ReferralsAsync(Guid personId, Actor actor, CancellationToken cancellationToken)
    {
        var isIntake = options.Value.IntakeOffices.Contains(actor.Office, StringComparer.Ordinal);
        return [.. await transaction.Connection.QueryAsync<ProcessReferral>(
            transaction.Command(ProcessSql.Referrals, new { personId, isIntake, office = actor.Office }, cancellationToken))];
    }
}
