using Cnaim.Messaging;
using Dapper;

namespace Cnaim.Subscriptions.Webhooks;

internal sealed class EndpointStore(OfficeTransaction transaction)
{
    public Task<WebhookEndpoint?> FindAsync(Guid id, string clientId, CancellationToken cancellationToken) => OneAsync(EndpointSql.Find, new { id, clientId }, cancellationToken);

    public Task<WebhookEndpoint?> LockAsync(Guid id, string clientId, CancellationToken cancellationToken) => OneAsync(EndpointSql.Lock, new { id, clientId }, cancellationToken);

    public Task<WebhookEndpoint?> LockWebhookAsync(Guid id, string clientId, CancellationToken cancellationToken) => OneAsync(EndpointSql.LockWebhook, new { id, clientId }, cancellationToken);

    public async Task<IReadOnlyList<WebhookEndpoint>> ListAsync(string clientId, Guid? after, int limit, CancellationToken cancellationToken)
    {
        await transaction.BeginAsync(cancellationToken);
        return [.. await transaction.Connection.QueryAsync<WebhookEndpoint>(transaction.Command(EndpointSql.List, new { clientId, after, limit }, cancellationToken))];
    }

    public async Task<long> CountAsync(string clientId, CancellationToken cancellationToken)
    {
        await transaction.BeginAsync(cancellationToken);
        return await transaction.Connection.ExecuteScalarAsync<long>(transaction.Command(EndpointSql.Count, new { clientId }, cancellationToken));
    }

    public Task InsertAsync(WebhookEndpoint endpoint, CancellationToken cancellationToken) => ExecuteAsync(EndpointSql.Insert, endpoint, cancellationToken);

    public Task SaveAsync(WebhookEndpoint endpoint, CancellationToken cancellationToken) => ExecuteAsync(EndpointSql.Save, endpoint, cancellationToken);

    public async Task DeleteAsync(Guid id, DateTimeOffset now, CancellationToken cancellationToken)
    {
        await ExecuteAsync(EndpointSql.Withhold, new { id, now }, cancellationToken);
        await ExecuteAsync(EndpointSql.Delete, new { id }, cancellationToken);
    }

    private async Task<WebhookEndpoint?> OneAsync(string sql, object parameters, CancellationToken cancellationToken)
    {
        await transaction.BeginAsync(cancellationToken);
        return await transaction.Connection.QuerySingleOrDefaultAsync<WebhookEndpoint>(transaction.Command(sql, parameters, cancellationToken));
    }

    private async Task ExecuteAsync(string sql, object parameters, CancellationToken cancellationToken)
    {
        await transaction.BeginAsync(cancellationToken);
        await transaction.Connection.ExecuteAsync(transaction.Command(sql, parameters, cancellationToken));
    }
}
