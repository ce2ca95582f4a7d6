using Cnaim.Messaging;
using Cnaim.OfficeKit.Catalogue;
using Cnaim.OfficeKit.Hosting;
using Cnaim.OfficeKit.Storage;
using Cnaim.ServiceDefaults.Authentication;

namespace Cnaim.OfficeKit.Restricted;

/// <summary>
/// Named-staff access. In an office that the network names to nobody, whoever opens, sends or takes a record is named for it and names others; everybody else finds it
/// in no list and by no id. An unnamed record, as it arrives, is seen by focal points and coordinators alone.
/// </summary>
internal sealed class RestrictedRecords(OfficeTransaction transaction, Office office, NetworkOffices offices, TimeProvider clock)
{
    private static readonly string[] Naming = ["focal-point", "coordinator"];

    /// <summary>True where records are for named staff only.</summary>
    public bool IsOn => offices.IsSensitive(office.Code);

    /// <summary>What this member of staff may see.</summary>
    public RecordScope Of(Actor actor) => new(actor.Centre, actor.Subject, SeesUnnamed: !IsOn || Naming.Contains(actor.Role, StringComparer.Ordinal));

    /// <summary>Collects the naming of who opens, sends or takes a record.</summary>
    public void NameOwn(Guid recordId, Actor actor)
    {
        if (IsOn)
        {
            Name(recordId, [actor.Subject], actor);
        }
    }

    /// <summary>Collects the staff of a record anew; who names others stays named.</summary>
    public void Rename(Guid recordId, IEnumerable<string> staff, Actor actor)
    {
        transaction.Add(RestrictedSql.Clear, Parameter.Of("recordId", recordId));
        Name(recordId, [.. staff.Append(actor.Subject).Distinct(StringComparer.Ordinal)], actor);
    }

    private void Name(Guid recordId, string[] staff, Actor actor) => transaction.Add(
        RestrictedSql.Name,
        [
            Parameter.Of("recordId", recordId),
            Parameter.Of("staff", staff),
            Parameter.Of("namedBy", actor.Subject),
            Parameter.Of("namedAt", clock.GetUtcNow()),
        ]);
}
