using Cnaim.Messaging;
using Cnaim.Screening.People;
using Cnaim.ServiceDefaults.Authentication;
using Dapper;

namespace Cnaim.Screening.Consents;

internal sealed class ConsentStore(OfficeTransaction transaction, OfficeKeys keys, TimeProvider clock)
{
    public async Task InsertAsync(ConsentRow consent, Guid personId, Actor actor, CancellationToken cancellationToken)
    {
        var parameters = new DynamicParameters(consent);
        parameters.AddDynamicParams(new { personId, office = actor.Office, centre = actor.Centre, now = clock.GetUtcNow() });
        await transaction.Connection.ExecuteAsync(transaction.Command(ConsentSql.Insert, parameters, cancellationToken));
        var references = new List<(string Office, string Ref, int KeyVersion)>();
        foreach (var office in consent.Recipients)
        {
            var (reference, version) = await keys.RefAsync(office, personId, cancellationToken);
            references.Add((office, reference, version));
        }

        await transaction.Connection.ExecuteAsync(transaction.Command(
            ConsentSql.AddRefs,
            new
            {
                personId,
                offices = references.ConvertAll(reference => reference.Office).ToArray(),
                refs = references.ConvertAll(reference => reference.Ref).ToArray(),
                keyVersions = references.ConvertAll(reference => reference.KeyVersion).ToArray(),
            },
            cancellationToken));
    }

    public async Task<ConsentRow?> FindAsync(Guid consentId, Actor actor, CancellationToken cancellationToken)
    {
        await transaction.BeginAsync(cancellationToken);
        return await transaction.Connection.QuerySingleOrDefaultAsync<ConsentRow>(transaction.Command(
            ConsentSql.Find, new { consentId, office = actor.Office, now = clock.GetUtcNow() }, cancellationToken));
    }

    public async Task<IReadOnlyList<ConsentRow>> OfPersonAsync(Guid personId, string reference, Actor actor, CancellationToken cancellationToken) =>
        [.. await transaction.Connection.QueryAsync<ConsentRow>(transaction.Command(
            ConsentSql.OfPerson, new { personId, @ref = reference, office = actor.Office, now = clock.GetUtcNow() }, cancellationToken))];

    /// <summary>Empty when the consent was not active any more.</summary>
    public async Task<IReadOnlyList<EndedDisclosure>> WithdrawAsync(Guid consentId, Actor actor, CancellationToken cancellationToken)
    {
        var parameters = new { consentId, office = actor.Office, now = clock.GetUtcNow() };
        if (await transaction.Connection.ExecuteAsync(transaction.Command(ConsentSql.Withdraw, parameters, cancellationToken)) is 0)
        {
            return [];
        }

        return [.. await transaction.Connection.QueryAsync<EndedDisclosure>(transaction.Command(ConsentSql.WithdrawDisclosures, parameters, cancellationToken))];
    }
}
