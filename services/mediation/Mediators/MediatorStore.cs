using System.Text.Json;
using Cnaim.Messaging;
using Dapper;

namespace Cnaim.Mediation.Mediators;

internal sealed class MediatorStore(OfficeTransaction transaction)
{
    public async Task<IReadOnlyList<Mediator>> OfCentreAsync(string centre, Guid? after, int limit, CancellationToken cancellationToken) =>
        await ListAsync(MediatorSql.OfCentre, new { centre, after, limit }, cancellationToken);

    /// <summary>A mediator; of one centre when it is named.</summary>
    public async Task<Mediator?> FindAsync(Guid id, string? centre, CancellationToken cancellationToken) =>
        (await ListAsync(MediatorSql.Find, new { id, centre }, cancellationToken)).SingleOrDefault();

    public async Task<Mediator?> LockAsync(Guid id, string centre, CancellationToken cancellationToken) =>
        (await ListAsync(MediatorSql.Lock, new { id, centre }, cancellationToken)).SingleOrDefault();

    public async Task<Mediator?> OfSubjectAsync(string subject, CancellationToken cancellationToken) =>
        (await ListAsync(MediatorSql.OfSubject, new { subject }, cancellationToken)).SingleOrDefault();

    public Task<IReadOnlyList<Mediator>> SpeakingAsync(IEnumerable<string> tags, CancellationToken cancellationToken) =>
        ListAsync(MediatorSql.Speaking, new { languages = tags.Select(tag => JsonSerializer.Serialize(new[] { new { tag } })).ToArray() }, cancellationToken);

    public Task InsertAsync(Mediator mediator, CancellationToken cancellationToken) => ExecuteAsync(MediatorSql.Insert, MediatorRow.Of(mediator), cancellationToken);

    public Task SaveAsync(Mediator mediator, CancellationToken cancellationToken) => ExecuteAsync(MediatorSql.Save, MediatorRow.Of(mediator), cancellationToken);

    public Task<int> EndDemoAsync(CancellationToken cancellationToken) => ExecuteAsync(MediatorSql.EndDemo, null, cancellationToken);

    public async Task<IReadOnlyList<AssociationView>> AssociationsAsync(CancellationToken cancellationToken)
    {
        await transaction.BeginAsync(cancellationToken);
        return [.. await transaction.Connection.QueryAsync<AssociationView>(transaction.Command(MediatorSql.Associations, null, cancellationToken))];
    }

    public async Task<bool> AssociationExistsAsync(Guid id, CancellationToken cancellationToken)
    {
        await transaction.BeginAsync(cancellationToken);
        return await transaction.Connection.ExecuteScalarAsync<bool>(transaction.Command(MediatorSql.AssociationExists, new { id }, cancellationToken));
    }

    /// <summary>False when there is one with this name.</summary>
    public async Task<bool> InsertAssociationAsync(AssociationView association, string centre, bool demo, CancellationToken cancellationToken) =>
        await ExecuteAsync(MediatorSql.InsertAssociation, new { id = association.Id, name = association.Name, centre, demo }, cancellationToken) is 1;

    private async Task<IReadOnlyList<Mediator>> ListAsync(string sql, object parameters, CancellationToken cancellationToken)
    {
        await transaction.BeginAsync(cancellationToken);
        return [.. (await transaction.Connection.QueryAsync<MediatorRow>(transaction.Command(sql, parameters, cancellationToken))).Select(row => row.ToMediator())];
    }

    private async Task<int> ExecuteAsync(string sql, object? parameters, CancellationToken cancellationToken)
    {
        await transaction.BeginAsync(cancellationToken);
        return await transaction.Connection.ExecuteAsync(transaction.Command(sql, parameters, cancellationToken));
    }
}
