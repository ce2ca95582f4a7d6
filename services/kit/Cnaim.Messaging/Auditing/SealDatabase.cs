using Cnaim.Data;
using Microsoft.Extensions.Configuration;
using Npgsql;

namespace Cnaim.Messaging.Auditing;

/// <summary>The sealer's own way into the database (<c>ConnectionStrings__Sealer</c>): one session, closed after a minute without entries. Without the key it is the service's.</summary>
internal sealed class SealDatabase : IAsyncDisposable
{
    private readonly NpgsqlDataSource _source;
    private readonly bool _isOwn;

    public SealDatabase(IConfiguration configuration, NpgsqlDataSource service, MessagingService code)
    {
        _isOwn = configuration.GetConnectionString("Sealer") is not null;
        _source = configuration.GetConnectionString("Sealer") is { } text ? NpgsqlDataSource.Create(Complete(text, code.Code)) : service;
    }

    public ValueTask<NpgsqlConnection> OpenAsync(CancellationToken cancellationToken) => _source.OpenConnectionAsync(cancellationToken);

    public ValueTask DisposeAsync() => _isOwn ? _source.DisposeAsync() : ValueTask.CompletedTask;

    private static string Complete(string text, string service) => new NpgsqlConnectionStringBuilder(DatabaseConnectionString.Complete(text, service + " sealer"))
    {
        Pooling = true,
        MaxPoolSize = 1,
        ConnectionIdleLifetime = 60,
    }.ConnectionString;
}
