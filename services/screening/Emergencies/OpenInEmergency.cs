using System.Text.Json;
using Cnaim.Contracts.Codes;
using Cnaim.Messaging;
using Cnaim.Screening.Disclosures;
using Cnaim.Screening.Interviews;
using Cnaim.Screening.People;
using Cnaim.Screening.Rules;
using Cnaim.ServiceDefaults.Authentication;
using Cnaim.ServiceDefaults.Problems;
using Cnaim.ServiceDefaults.Protection;
using Microsoft.Extensions.Options;

namespace Cnaim.Screening.Emergencies;

/// <summary>Break-glass: a member of staff opens a record without consent, for 60 minutes; every read carries the id of the opening. The caller commits.</summary>
internal sealed class OpenInEmergency(
    EmergencyStore store,
    PeopleStore people,
    FieldProtection protection,
    CodeLists lists,
    IOptions<PeopleOptions> options,
    SearchQuota quota,
    OfficeTransaction transaction,
    TimeProvider clock)
{
    private static readonly TimeSpan Open = TimeSpan.FromMinutes(60);
    private static readonly TimeSpan Confirm = TimeSpan.FromHours(24);

    private static readonly string[] Roles = ["reception", "mediator", "office-agent", "focal-point", "coordinator"];

    private static readonly string[] Shown =
        [DataCategory.Identity, DataCategory.Contact, DataCategory.Household, DataCategory.Health, DataCategory.Safety];

    public async Task<Decision<EmergencyGrant>> RunAsync(EmergencyInput input, Actor actor, CancellationToken cancellationToken)
    {
        // Before anything is looked up: an office that may never do this learns nothing by trying.
        if (!MayOpen(actor))
        {
            transaction.Audit(Entry("emergency-access.denied", "none", actor));
            return CommonRefusals.NotPermitted;
        }

        if (input.Check() is { } refusal)
        {
            return refusal;
        }

        if (!quota.TryTake(actor))
        {
            return ScreeningRefusals.TooManySearches;
        }

        if (await FindAsync(input, actor, cancellationToken) is not { } person)
        {
            transaction.Audit(Entry("emergency-access.denied", "none", actor));
            return ScreeningRefusals.PersonNotFound;
        }

        var access = NewAccess(input, person.PersonId, actor);
        await store.InsertAsync(access, cancellationToken);
        transaction.Audit(Entry("emergency-access.opened", access.EmergencyAccessId.ToString(), actor, input.Reason));
        return new EmergencyGrant(access.EmergencyAccessId, access.ExpiresAt, access.ConfirmBy);
    }

    public async Task<Decision<EmergencyRecord>> ReadAsync(Guid id, Actor actor, CancellationToken cancellationToken)
    {
        var row = MayOpen(actor) ? await store.ReadAsync(id, actor, cancellationToken) : null;
        transaction.Audit(Entry(row is null ? "emergency-access.read-denied" : "emergency-access.read", id.ToString(), actor));
        return row is null ? ScreeningRefusals.EmergencyNotFound : Take(row);
    }

    private bool MayOpen(Actor actor) =>
        Roles.Contains(actor.Role, StringComparer.Ordinal) && actor.Centre.Length > 0 && !options.Value.FirewalledOffices.Contains(actor.Office, StringComparer.Ordinal);

    private Task<KnownPerson?> FindAsync(EmergencyInput input, Actor actor, CancellationToken cancellationToken) => input switch
    {
        { ProcessNumber: { Length: > 0 } number } => ProcessNumber.IsValid(number) ? people.FindForEmergencyAsync(number, cancellationToken) : Task.FromResult<KnownPerson?>(null),
        _ => people.FindForDisclosureAsync(input.PersonId ?? "", actor, cancellationToken),
    };

    private EmergencyRow NewAccess(EmergencyInput input, Guid personId, Actor actor)
    {
        var now = clock.GetUtcNow();
        var id = Guid.CreateVersion7(now);
        return new EmergencyRow
        {
            EmergencyAccessId = id,
            PersonId = personId,
            Office = actor.Office,
            Centre = actor.Centre,
            Subject = actor.Subject,
            Reason = input.Reason,
            Note = store.Seal(input.Note, id),
            GrantedAt = now,
            ExpiresAt = now + Open,
            ConfirmBy = now + Confirm,
        };
    }

    private EmergencyRecord Take(EmergencyRecordRow row)
    {
        var answers = row is { InterviewId: { } interviewId, Answers: { } stored }
            ? InterviewStore.Answers(protection, interviewId, stored)
            : new Dictionary<string, JsonElement>(StringComparer.Ordinal);
        return new EmergencyRecord
        {
            GivenNames = row.GivenNames,
            FamilyNames = row.FamilyNames,
            NameInScript = row.NameInScript,
            KnownAs = row.KnownAs,
            Birth = row.Birth,
            Nationalities = row.Nationalities,
            Languages = row.Languages,
            Answers = DisclosureRules.AnswersFor(lists, answers, Shown),
        };
    }

    private static AuditEntry Entry(string action, string id, Actor actor, string? reason = null) => new()
    {
        Action = action,
        RecordKind = "emergency-access",
        RecordId = id,
        Actor = actor,
        Purpose = Purpose.Emergency,
        Detail = reason is null ? null : new Dictionary<string, string?>(StringComparer.Ordinal) { ["reason"] = reason },
    };
}
