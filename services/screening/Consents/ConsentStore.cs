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
        if (consent.Decision is ConsentTerms.Deny)
        {
            return; // no recipient will ever be named a person
        }

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
            ConsentSql.Find, new { consentId, office = actor.Office, subject = actor.Subject, now = clock.GetUtcNow() }, cancellationToken));
    }

    public async Task<IReadOnlyList<ConsentRow>> OfPersonAsync(Guid personId, string reference, Actor actor, CancellationToken cancellationToken) =>
        [.. await transaction.Connection.QueryAsync<ConsentRow>(transaction.Command(
            ConsentSql.OfPerson, new { personId, @ref = reference, office = actor.Office, now = clock.GetUtcNow() }, cancellationToken))];

    public async Task<IReadOnlyList<ConsentDisclosure>> DisclosuresAsync(Guid consentId, Actor actor, CancellationToken cancellationToken) =>
        [.. await transaction.Connection.QueryAsync<ConsentDisclosure>(transaction.Command(
            ConsentSql.Disclosures, new { consentId, office = actor.Office }, cancellationToken))];

    /// <summary>The permits that end; none when the consent had ended before.</summary>
    public Task<IReadOnlyList<EndedDisclosure>> WithdrawAsync(Guid consentId, Actor actor, CancellationToken cancellationToken) =>
        EndAsync(ConsentSql.Withdraw, consentId, null, actor, cancellationToken);

    /// <summary>The same for some recipients; the others keep what they have.</summary>
    public Task<IReadOnlyList<EndedDisclosure>> WithdrawFromAsync(Guid consentId, string[] leaving, Actor actor, CancellationToken cancellationToken) =>
        EndAsync(ConsentSql.WithdrawFrom, consentId, leaving, actor, cancellationToken);

    /// <summary>Like a withdrawal, but the consent was never given as it stands.</summary>
    public Task<IReadOnlyList<EndedDisclosure>> EnterInErrorAsync(Guid consentId, Actor actor, CancellationToken cancellationToken) =>
        EndAsync(ConsentSql.EnterInError, consentId, null, actor, cancellationToken);

    /// <summary>False when it was no draft, or is over.</summary>
    public async Task<bool> ActivateAsync(Guid consentId, Actor actor, CancellationToken cancellationToken) =>
        await transaction.Connection.ExecuteAsync(transaction.Command(
            ConsentSql.Activate, new { consentId, office = actor.Office, now = clock.GetUtcNow() }, cancellationToken)) is 1;

    /// <summary>After a birth was corrected; with a birth that says nothing, guardians' words end now.</summary>
    public Task EndGuardiansAsync(Guid personId, DateOnly? bornFirst, CancellationToken cancellationToken) =>
        transaction.Connection.ExecuteAsync(transaction.Command(
            ConsentSql.EndGuardians,
            new { personId, majority = ConsentAge.MajorityOf(bornFirst) is { } day ? ClockExtensions.StartOfDay(day) : clock.GetUtcNow() },
            cancellationToken));

    private async Task<IReadOnlyList<EndedDisclosure>> EndAsync(string sql, Guid consentId, string[]? leaving, Actor actor, CancellationToken cancellationToken)
    {
        var parameters = new { consentId, leaving, office = actor.Office, now = clock.GetUtcNow() };
        if (await transaction.Connection.ExecuteAsync(transaction.Command(sql, parameters, cancellationToken)) is 0)
        {
            return [];
        }

        return [.. await transaction.Connection.QueryAsync<EndedDisclosure>(transaction.Command(ConsentSql.WithdrawDisclosures, parameters, cancellationToken))];
    }
}
