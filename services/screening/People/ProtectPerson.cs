using System.Globalization;
using Cnaim.Messaging;
using Cnaim.Screening.Rules;
using Cnaim.ServiceDefaults.Authentication;
using Cnaim.ServiceDefaults.Problems;

namespace Cnaim.Screening.People;

/// <summary>Limits a record to named staff: who names others is named too, so that no record is left to nobody. The caller commits.</summary>
internal sealed class ProtectPerson(PeopleStore store, OfficeTransaction transaction)
{
    private const int MostNamed = 50;

    public async Task<Decision<PersonView>> RunAsync(string reference, IReadOnlyCollection<string> staff, Actor actor, CancellationToken cancellationToken)
    {
        if (staff.Count > MostNamed || staff.Any(subject => string.IsNullOrWhiteSpace(subject) || !AnswerText.IsClean(subject)))
        {
            return ScreeningRefusals.StaffInvalid;
        }

        if (actor.IsService)
        {
            return CommonRefusals.NotPermitted; // a service acts for a whole office, and names nobody
        }

        if (await store.FindAsync(reference, actor, cancellationToken) is not { } person)
        {
            transaction.Audit(Entry("person.protect-denied", reference, actor, 0));
            return ScreeningRefusals.PersonNotFound;
        }

        string[] named = staff.Count is 0 ? [] : [.. staff.Append(actor.Subject).Distinct(StringComparer.Ordinal)];
        await store.ProtectAsync(person.PersonId, named, actor, cancellationToken);
        transaction.Audit(Entry(named.Length > 0 ? "person.protected" : "person.unprotected", reference, actor, named.Length));
        return PersonView.Of(person with { IsProtected = named.Length > 0 }, reference);
    }

    private static AuditEntry Entry(string action, string reference, Actor actor, int named) => new()
    {
        Action = action,
        RecordKind = "person",
        RecordId = OfficeKeys.ForAudit(reference),
        Actor = actor,
        Detail = new Dictionary<string, string?>(StringComparer.Ordinal) { ["named"] = named.ToString(CultureInfo.InvariantCulture) },
    };
}

/// <summary>The subjects of the acting office's staff who may see the record; nobody lifts the limit.</summary>
internal sealed record ProtectInput
{
    public required string[] Staff { get; init; }
}
