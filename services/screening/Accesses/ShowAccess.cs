using System.Globalization;
using Cnaim.Messaging;
using Cnaim.Screening.People;
using Cnaim.ServiceDefaults.Authentication;
using Cnaim.ServiceDefaults.Problems;
using Dapper;
using Microsoft.Extensions.Options;

namespace Cnaim.Screening.Accesses;

/// <summary>Answers a person at the counter who saw their data here; each office answers for what it holds itself. The caller commits.</summary>
internal sealed class ShowAccess(PeopleStore people, SensitiveOffices offices, IOptions<PeopleOptions> options, OfficeTransaction transaction)
{
    private const int Most = 200;

    public async Task<Decision<AccessPage>> RunAsync(string reference, string? after, Actor actor, CancellationToken cancellationToken)
    {
        var last = long.TryParse(after, NumberStyles.None, CultureInfo.InvariantCulture, out var cursor) ? cursor : (long?)null;
        if (after is not null && last is null)
        {
            return CommonRefusals.MalformedRequest;
        }

        var person = await people.FindAsync(reference, actor, cancellationToken);
        transaction.Audit(new AuditEntry { Action = person is null ? "access.read-denied" : "access.read", RecordKind = "person", RecordId = OfficeKeys.ForAudit(reference), Actor = actor });
        if (person is null)
        {
            return ScreeningRefusals.PersonNotFound;
        }

        var parameters = new
        {
            personId = person.PersonId,
            office = actor.Office,
            isIntake = options.Value.IntakeOffices.Contains(actor.Office, StringComparer.Ordinal),
            after = last,
            limit = Most + 1,
        };
        var rows = (await transaction.Connection.QueryAsync<Access>(transaction.Command(AccessSql.OfPerson, parameters, cancellationToken))).AsList();
        var permits = await transaction.Connection.QueryAsync<HeldPermit>(transaction.Command(AccessSql.Permits, parameters, cancellationToken));
        return new AccessPage(
            [.. rows.Take(Most).Select(row => Generalise(row, actor))],
            [.. permits.Select(permit => permit with { Office = offices.For(permit.Office, actor.Office) })],
            rows.Count > Most ? rows[Most - 1].EntryId.ToString(CultureInfo.InvariantCulture) : null);
    }

    // The centre of an office that must not be named goes too: few centres have one.
    private Access Generalise(Access access, Actor actor)
    {
        var office = offices.For(access.Office, actor.Office);
        return string.Equals(office, access.Office, StringComparison.Ordinal) ? access : access with { Office = office, Centre = "" };
    }
}
