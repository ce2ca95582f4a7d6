using Cnaim.Messaging;
using Cnaim.Screening.People;
using Cnaim.ServiceDefaults.Authentication;
using Cnaim.ServiceDefaults.Problems;

namespace Cnaim.Screening.Duplicates;

/// <summary>Marks two records as one person or as two. The caller must see both; the caller commits.</summary>
internal sealed class ResolveDuplicate(PeopleStore people, DuplicateStore store, OfficeTransaction transaction, TimeProvider clock)
{
    public async Task<Decision<DuplicateResolved>> RunAsync(string kept, string other, string outcome, Actor actor, CancellationToken cancellationToken)
    {
        if (outcome is not (DuplicateMark.Duplicate or DuplicateMark.Distinct or DuplicateMark.Unsure) || string.Equals(kept, other, StringComparison.Ordinal))
        {
            return ScreeningRefusals.DuplicateInvalid;
        }

        if (actor.IsService)
        {
            return CommonRefusals.NotPermitted; // two people decide, and a service is none
        }

        var (person, twin) = (await people.FindAsync(kept, actor, cancellationToken), await people.FindAsync(other, actor, cancellationToken));
        if (person is null || twin is null)
        {
            Audit("duplicate.resolve-denied", kept, actor);
            return ScreeningRefusals.PersonNotFound;
        }

        if (person.PersonId == twin.PersonId)
        {
            return ScreeningRefusals.DuplicateInvalid;
        }

        var decision = await DecideAsync(person, twin, outcome, actor, cancellationToken);
        if (!decision.IsAccepted)
        {
            Audit("duplicate.resolve-denied", kept, actor);
            return decision.Refusal;
        }

        await store.SaveAsync(decision.Event, actor, cancellationToken);
        Audit("duplicate." + decision.Event.Status, kept, actor);
        return new DuplicateResolved(decision.Event.Status, PersonView.Of(person, kept));
    }

    private async Task<Decision<DuplicateMark>> DecideAsync(PersonRecord person, PersonRecord twin, string outcome, Actor actor, CancellationToken cancellationToken)
    {
        var asked = new DuplicateMark
        {
            PersonDuplicateId = Guid.CreateVersion7(clock.GetUtcNow()),
            KeptId = person.PersonId,
            OtherId = twin.PersonId,
            Status = outcome,
            ProposedBy = actor.Subject,
        };
        var present = await store.LockAsync(asked.KeptId, asked.OtherId, actor, cancellationToken);
        var decision = DuplicateRules.Decide(present, asked);
        return decision is { IsAccepted: true, Event.Status: not (DuplicateMark.Distinct or DuplicateMark.Unsure) }
            && present is not { Status: DuplicateMark.Duplicate }
            && await store.IsChainedAsync(asked.KeptId, asked.OtherId, actor, cancellationToken)
            ? ScreeningRefusals.DuplicateChained
            : decision;
    }

    private void Audit(string action, string reference, Actor actor) =>
        transaction.Audit(new AuditEntry { Action = action, RecordKind = "person", RecordId = OfficeKeys.ForAudit(reference), Actor = actor });
}

/// <summary>What the two are: marked-duplicate (the one of the address goes on), marked-distinct, or unsure, which leaves it to the coordinator.</summary>
internal sealed record DuplicateInput
{
    public required string Outcome { get; init; }
}

/// <summary>How far the decision is: unsure, proposed, marked-duplicate or marked-distinct.</summary>
internal sealed record DuplicateResolved(string Status, PersonView Person);
