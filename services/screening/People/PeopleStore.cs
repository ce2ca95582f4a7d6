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
        return await transaction.Connection.QuerySingleOrDefaultAsync<PersonRecord>(transaction.Command(
            PeopleSql.Find, new { office = actor.Office, centre = actor.Centre, @ref = reference }, cancellationToken));
    }

    public async Task<Guid?> FindByRefAsync(string reference, Actor actor, CancellationToken cancellationToken)
    {
        await transaction.BeginAsync(cancellationToken);
        return await transaction.Connection.ExecuteScalarAsync<Guid?>(transaction.Command(
            PeopleSql.FindByRef, new { office = actor.Office, @ref = reference }, cancellationToken));
    }

    public async Task<IReadOnlyList<PersonRecord>> SearchAsync(string name, Actor actor, CancellationToken cancellationToken)
    {
        await transaction.BeginAsync(cancellationToken);
        return [.. await transaction.Connection.QueryAsync<PersonRecord>(transaction.Command(
            PeopleSql.Search, new { office = actor.Office, centre = actor.Centre, name }, cancellationToken))];
    }

    public async Task<PersonRecord?> FindByNumberAsync(string processNumber, bool isIntake, Actor actor, CancellationToken cancellationToken)
    {
        await transaction.BeginAsync(cancellationToken);
        return await transaction.Connection.QuerySingleOrDefaultAsync<PersonRecord>(transaction.Command(
            PeopleSql.FindByNumber, new { office = actor.Office, centre = actor.Centre, processNumber, isIntake }, cancellationToken));
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

    /// <summary>The person is, or is known, at the acting centre.</summary>
    public Task AddCentreAsync(Guid personId, Actor actor, CancellationToken cancellationToken) =>
        transaction.Connection.ExecuteAsync(transaction.Command(
            PeopleSql.AddCentre, new { office = actor.Office, centre = actor.Centre, personId, now = clock.GetUtcNow() }, cancellationToken));

    private DynamicParameters Parameters(PersonRecord person)
    {
        var parameters = new DynamicParameters(person);
        parameters.Add("now", clock.GetUtcNow());
        return parameters;
    }
}
