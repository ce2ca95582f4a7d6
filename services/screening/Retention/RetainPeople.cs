using Cnaim.Messaging;
using Cnaim.Screening.Erasures;
using Dapper;

namespace Cnaim.Screening.Retention;

/// <summary>People who have not come for so long that no office keeps a case of theirs: forgotten as if they had asked for it. Offices forget by terms of their own, and are told nothing.</summary>
internal sealed class RetainPeople(OfficeTransaction transaction, ErasureStore erasures, EraseOwn own) : IRetainRecords
{
    public string Category => "people";

    public async Task<RetentionCount> CountAsync(DateTimeOffset endedBefore, CancellationToken cancellationToken) =>
        new(await transaction.Connection.ExecuteScalarAsync<long>(transaction.Command(RetentionSql.CountPeople, new { endedBefore }, cancellationToken)), KeptByLaw: 0);

    public async Task<int> EraseAsync(Guid runId, DateTimeOffset endedBefore, int limit, CancellationToken cancellationToken)
    {
        var people = (await transaction.Connection.QueryAsync<Guid>(transaction.Command(RetentionSql.People, new { endedBefore, limit }, cancellationToken))).AsList();
        foreach (var personId in people)
        {
            await erasures.EndConsentsAsync(personId, cancellationToken);
            await own.RunAsync(runId, personId, cancellationToken);
        }

        return people.Count;
    }
}
