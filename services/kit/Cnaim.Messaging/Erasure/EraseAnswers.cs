using System.Security.Cryptography;
using Cnaim.Messaging.Idempotency;
using Dapper;

namespace Cnaim.Messaging.Erasure;

/// <summary>Blanks the stored answers of the last 24 hours that name a person. They are encrypted, so each is opened.</summary>
internal sealed class EraseAnswers(OfficeTransaction transaction, AnswerCipher cipher)
{
    public async Task<int> RunAsync(IReadOnlyCollection<string> texts, CancellationToken cancellationToken)
    {
        var (clients, keys) = (new List<string>(), new List<string>());
        var rows = await transaction.Connection.QueryAsync<Answer>(transaction.Command(ErasureSql.Answers, parameters: null, cancellationToken));
        foreach (var answer in rows.Where(answer => Names(answer, texts)))
        {
            clients.Add(answer.Client);
            keys.Add(answer.Key);
        }

        return await transaction.Connection.ExecuteAsync(
            transaction.Command(ErasureSql.BlankAnswers, new { clients = clients.ToArray(), keys = keys.ToArray() }, cancellationToken));
    }

    private bool Names(Answer answer, IReadOnlyCollection<string> texts)
    {
        if (answer.Location is { } location && texts.Any(text => location.Contains(text, StringComparison.Ordinal)))
        {
            return true;
        }

        try
        {
            return answer.Body is { } body && Needles.In(cipher.Decrypt(body, answer.Client, answer.Key), texts);
        }
        catch (CryptographicException)
        {
            return false; // its key is gone: nobody reads it any more
        }
    }

    private sealed record Answer
    {
        public required string Client { get; init; }

        public required string Key { get; init; }

        public string? Location { get; init; }

        public byte[]? Body { get; init; }
    }
}
