using Cnaim.Messaging.Faults;
using Cnaim.Messaging.Outbox;
using Microsoft.AspNetCore.Http;
using Npgsql;
using NpgsqlTypes;

namespace Cnaim.Messaging.Idempotency;

/// <summary>The Idempotency-Key of the current request, if it has one; turns the endpoint's answer into the row that replays it.</summary>
internal sealed class IdempotentRequest(AnswerCipher cipher)
{
    public HttpContext? HttpContext { get; private set; }

    public string Client { get; private set; } = "";

    public string Key { get; private set; } = "";

    public byte[] Hash { get; private set; } = [];

    /// <summary>True once the answer of this request is on its way into the transaction.</summary>
    public bool IsRecorded { get; private set; }

    public void Start(HttpContext context, string client, string key, byte[] hash) => (HttpContext, Client, Key, Hash) = (context, client, key, hash);

    public async ValueTask<NpgsqlBatchCommand?> RecordAsync(IResult result)
    {
        var isOff = false;
        Fault.Ask("idempotency-off", ref isOff);
        if (HttpContext is null || isOff)
        {
            return null;
        }

        IsRecorded = true;
        var answer = await AnswerCapture.CaptureAsync(HttpContext, result);
        var command = new NpgsqlBatchCommand(IdempotencySql.Insert)
            .With(Client)
            .With(Key)
            .With(Hash)
            .With(answer.Status)
            .WithNullable(answer.Location)
            .WithNullable(answer.Etag)
            .WithNullable(answer.ContentType);
        command.Parameters.Add(new NpgsqlParameter
        {
            NpgsqlDbType = NpgsqlDbType.Bytea,
            Value = answer.Body is { Length: > 0 } body ? cipher.Encrypt(body, Client, Key) : DBNull.Value,
        });
        return command;
    }
}
