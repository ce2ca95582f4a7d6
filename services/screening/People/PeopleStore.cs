using Cnaim.Messaging;
using Cnaim.ServiceDefaults.Authentication;
using Dapper;

namespace Cnaim.Screening.People;

/// <summary>Reads and writes people inside the transaction of the call, so that every access and its audit entry are one.</summary>
internal sealed class PeopleStore(OfficeTransaction transaction, TimeProvider clock)
{
    public async Task<PersonRecord?> FindAsync(string reference, Actor actor, CancellationToken cancellationToken)
    {
        await transaction.BeginAsync(cancellationToken);
        var person = await transaction.Connection.QuerySingleOrDefaultAsync<PersonRecord>(transaction.Command(
            PeopleSql.Find, new { office = actor.Office, centre = actor.Centre, subject = actor.Subject, @ref = reference }, cancellationToken));
#if SABOTAGE
        if (person is null)
        {
            await LeakyReads.LookAgainAsync(transaction, reference, cancellationToken);
        }
#endif
        return person;
    }

    public Task<KnownPerson?> FindByRefAsync(string reference, Actor actor, CancellationToken cancellationToken) =>
        FindKnownAsync(PeopleSql.FindByRef, new { office = actor.Office, subject = actor.Subject, @ref = reference }, cancellationToken);

    /// <summary>Also a protected person: what a law or an emergency opens asks for no named staff.</summary>
    public Task<KnownPerson?> FindForDisclosureAsync(string reference, Actor actor, CancellationToken cancellationToken) =>
        FindKnownAsync(PeopleSql.FindForDisclosure, new { office = actor.Office, @ref = reference }, cancellationToken);

    public Task<KnownPerson?> FindForEmergencyAsync(string processNumber, CancellationToken cancellationToken) =>
        FindKnownAsync(PeopleSql.FindForEmergency, new { processNumber }, cancellationToken);

    /// <summary>Limits a record to named staff of the acting office; nobody named lifts the limit for all.</summary>
    public async Task ProtectAsync(Guid personId, string[] staff, Actor actor, CancellationToken cancellationToken)
    {
        var parameters = new
        {
            personId,
            isProtected = staff.Length > 0,
            isLifted = staff.Length is 0,
            office = actor.Office,
            staff,
            namedBy = actor.Subject,
            now = clock.GetUtcNow(),
        };
        await transaction.Connection.ExecuteAsync(transaction.Command(PeopleSql.Protect, parameters, cancellationToken));
        await transaction.Connection.ExecuteAsync(transaction.Command(PeopleSql.RemoveStaff, parameters, cancellationToken));
        await transaction.Connection.ExecuteAsync(transaction.Command(PeopleSql.AddStaff, parameters, cancellationToken));
    }

    public async Task<IReadOnlyList<PersonRecord>> SearchAsync(string name, Actor actor, CancellationToken cancellationToken)
    {
        await transaction.BeginAsync(cancellationToken);
        return [.. await transaction.Connection.QueryAsync<PersonRecord>(transaction.Command(
            PeopleSql.Search, new { office = actor.Office, centre = actor.Centre, name }, cancellationToken))];
    }

    public async Task<IReadOnlyList<PersonRecord>> SearchIdentifierAsync(byte[][] hashes, Actor actor, CancellationToken cancellationToken)
    {
        await transaction.BeginAsync(cancellationToken);
        return [.. await transaction.Connection.QueryAsync<PersonRecord>(transaction.Command(
            PeopleSql.SearchIdentifier, new { office = actor.Office, centre = actor.Centre, hashes }, cancellationToken))];
    }

    /// <summary>Some of those whom a search could find.</summary>
    public async Task<IReadOnlyList<PersonRecord>> OthersAsync(Guid[] people, Actor actor, CancellationToken cancellationToken) =>
        [.. await transaction.Connection.QueryAsync<PersonRecord>(transaction.Command(PeopleSql.Others, new { office = actor.Office, centre = actor.Centre, people }, cancellationToken))];

    public async Task<PersonRecord?> FindByNumberAsync(string processNumber, bool isIntake, Actor actor, CancellationToken cancellationToken)
    {
        await transaction.BeginAsync(cancellationToken);
        return await transaction.Connection.QuerySingleOrDefaultAsync<PersonRecord>(transaction.Command(
            PeopleSql.FindByNumber, new { office = actor.Office, centre = actor.Centre, subject = actor.Subject, processNumber, isIntake }, cancellationToken));
    }

    public async Task<int> NextNumberAsync(char letter, int year, CancellationToken cancellationToken)
    {
        await transaction.BeginAsync(cancellationToken);
        return await transaction.Connection.ExecuteScalarAsync<int>(
            transaction.Command(PeopleSql.NextNumber, new { letter = letter.ToString(), year }, cancellationToken));
    }

    public Task InsertAsync(PersonRecord person, CancellationToken cancellationToken) =>
        transaction.Connection.ExecuteAsync(transaction.Command(PeopleSql.Insert, Parameters(person), cancellationToken));

    /// <summary>False when the version is stale.</summary>
    public async Task<bool> UpdateAsync(PersonRecord person, CancellationToken cancellationToken) =>
        await transaction.Connection.ExecuteAsync(transaction.Command(PeopleSql.Update, Parameters(person), cancellationToken)) is 1;

    public Task AddRefAsync(Guid personId, string office, (string Ref, int KeyVersion) reference, CancellationToken cancellationToken) =>
        transaction.Connection.ExecuteAsync(transaction.Command(
            PeopleSql.AddRef, new { office, @ref = reference.Ref, keyVersion = reference.KeyVersion, personId }, cancellationToken));

    /// <summary>What the acting office calls a person, the newest first.</summary>
    public async Task<IReadOnlyList<string>> RefsAsync(Guid personId, Actor actor, CancellationToken cancellationToken) =>
        [.. await transaction.Connection.QueryAsync<string>(transaction.Command(PeopleSql.RefsOf, new { office = actor.Office, personId }, cancellationToken))];

    /// <summary>The person is, or is known, at the acting centre.</summary>
    public Task AddCentreAsync(Guid personId, Actor actor, CancellationToken cancellationToken) =>
        transaction.Connection.ExecuteAsync(transaction.Command(
            PeopleSql.AddCentre, new { office = actor.Office, centre = actor.Centre, personId, now = clock.GetUtcNow() }, cancellationToken));

    private async Task<KnownPerson?> FindKnownAsync(string sql, object parameters, CancellationToken cancellationToken)
    {
        await transaction.BeginAsync(cancellationToken);
        return await transaction.Connection.QuerySingleOrDefaultAsync<KnownPerson>(transaction.Command(sql, parameters, cancellationToken));
    }

    private DynamicParameters Parameters(PersonRecord person)
    {
        var parameters = new DynamicParameters(person);
        parameters.Add("now", clock.GetUtcNow());
        return parameters;
    }
}
