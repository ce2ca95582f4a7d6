using System.Text;
using Cnaim.Subscriptions.Sending;
using Npgsql;
using NpgsqlTypes;

namespace Cnaim.Subscriptions.Lanes;

/// <summary>One request and what came back, for the delivery log.</summary>
internal sealed record Attempt(Guid EndpointId, string ClientId, string Kind, int Number, OutgoingWebhook Request, WebhookAnswer Answer)
{
    public Guid AttemptId { get; } = Guid.CreateVersion7(Answer.StartedAt);

    public NpgsqlParameter[] Parameters() =>
    [
        new NpgsqlParameter<DateOnly>("day", DateOnly.FromDateTime(Answer.StartedAt.UtcDateTime)),
        new NpgsqlParameter<Guid>("attemptId", AttemptId),
        new NpgsqlParameter<Guid>("endpointId", EndpointId),
        new NpgsqlParameter<string>("clientId", ClientId),
        new NpgsqlParameter<string>("kind", Kind),
        new NpgsqlParameter<string>("webhookId", Request.WebhookId),
        new NpgsqlParameter<int>("attemptNo", Number),
        new NpgsqlParameter<DateTimeOffset>("startedAt", Answer.StartedAt),
        new NpgsqlParameter<int>("durationMs", (int)Answer.Duration.TotalMilliseconds),
        new NpgsqlParameter<string>("outcome", Answer.Outcome),
        new NpgsqlParameter<string>("requestUrl", Request.Url.ToString()),
        new NpgsqlParameter<string>("requestBody", Encoding.UTF8.GetString(Request.Body)),
        Nullable("requestHeaders", NpgsqlDbType.Text, Answer.Sent),
        Nullable("status", NpgsqlDbType.Integer, Answer.Status),
        Nullable("responseHeaders", NpgsqlDbType.Text, Answer.Headers?.Replace("\0", "", StringComparison.Ordinal)),
        Nullable("responseBody", NpgsqlDbType.Bytea, Answer.Body),
    ];

    private static NpgsqlParameter Nullable(string name, NpgsqlDbType type, object? value) => new(name, type) { Value = value ?? DBNull.Value };
}
