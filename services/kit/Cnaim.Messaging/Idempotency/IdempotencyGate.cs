using System.Buffers;
using System.Security.Claims;
using System.Security.Cryptography;
using System.Text;
using Cnaim.Messaging.Faults;
using Dapper;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace Cnaim.Messaging.Idempotency;

/// <summary>Stands before an endpoint: replays a stored answer, refuses a reused key, otherwise lets the request through and watches for a twin.</summary>
internal sealed class IdempotencyGate(NpgsqlDataSource database, AnswerCipher cipher, IdempotentRequest request)
{
    private const string Header = "Idempotency-Key";

    public static async Task InvokeAsync(HttpContext context, RequestDelegate endpoint, bool isRequired)
    {
        var values = context.Request.Headers[Header];
        if (values.Count == 0)
        {
            await (isRequired ? IdempotencyRefusals.Missing.ToProblem().ExecuteAsync(context) : endpoint(context));
            return;
        }

        if (values.Count > 1 || values[0] is not { Length: > 0 and <= 255 } key || key.AsSpan().ContainsAnyExceptInRange('!', '~'))
        {
            await IdempotencyRefusals.Invalid.ToProblem().ExecuteAsync(context);
            return;
        }

        var gate = new IdempotencyGate(
            context.RequestServices.GetRequiredService<NpgsqlDataSource>(),
            context.RequestServices.GetRequiredService<AnswerCipher>(),
            context.RequestServices.GetRequiredService<IdempotentRequest>());
        await gate.PassAsync(context, endpoint, key);
    }

    private async Task PassAsync(HttpContext context, RequestDelegate endpoint, string key)
    {
        request.Start(context, ClientOf(context.User), key, await HashAsync(context));
        if (await TryReplayAsync(context))
        {
            return;
        }

        // The answer is held back until it is known that no twin with the same key committed meanwhile.
        var original = context.Response.Body;
        await using var buffer = new MemoryStream();
        context.Response.Body = buffer;
        try
        {
            await endpoint(context);
        }
        catch (PostgresException exception) when (exception.ConstraintName is IdempotencySql.KeyConstraint)
        {
            context.Response.Body = original;
            await context.RequestServices.GetRequiredService<OfficeTransaction>().DisposeAsync();
            await ReplayTwinAsync(context);
            return;
        }
        finally
        {
            context.Response.Body = original;
            // A refused move still holds its lock and its connection: both go before a second connection is asked for, or
            // as many requests as the pool is large wait for each other.
            await context.RequestServices.GetRequiredService<OfficeTransaction>().DisposeAsync();
        }

        if (request.IsRecorded || !await TryReplayAsync(context))
        {
            await original.WriteAsync(buffer.GetBuffer().AsMemory(0, (int)buffer.Length), context.RequestAborted);
        }
    }

    private async Task ReplayTwinAsync(HttpContext context)
    {
        if (!await TryReplayAsync(context))
        {
            await IdempotencyRefusals.InProgress.ToProblem().ExecuteAsync(context);
        }
    }

    private async Task<bool> TryReplayAsync(HttpContext context)
    {
        var isOff = false;
        Fault.Ask("idempotency-off", ref isOff);
        if (isOff || await FindAsync(context.RequestAborted) is not { } answer)
        {
            return false;
        }

        context.Response.Clear();
        if (!CryptographicOperations.FixedTimeEquals(answer.RequestHash, request.Hash))
        {
            await IdempotencyRefusals.Reused.ToProblem().ExecuteAsync(context);
            return true;
        }

        await ReplayAsync(context.Response, answer, context.RequestAborted);
        return true;
    }

    private async Task<StoredAnswer?> FindAsync(CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        var parameters = new { request.Client, request.Key };
        var answer = await connection.QuerySingleOrDefaultAsync<StoredAnswer>(new CommandDefinition(IdempotencySql.Find, parameters, cancellationToken: cancellationToken));
        if (answer is not { IsExpired: true })
        {
            return answer;
        }

        await connection.ExecuteAsync(new CommandDefinition(IdempotencySql.DeleteOne, parameters, cancellationToken: cancellationToken));
        return null;
    }

    private async Task ReplayAsync(HttpResponse response, StoredAnswer answer, CancellationToken cancellationToken)
    {
        response.StatusCode = answer.Status;
        response.Headers.Location = answer.Location;
        response.Headers.ETag = answer.Etag;
        if (answer.Body is not null)
        {
            response.ContentType = answer.ContentType;
            await response.Body.WriteAsync(cipher.Decrypt(answer.Body, request.Client, request.Key), cancellationToken);
        }
    }

    // The same key of another client, and of the same person acting for another office, is another key.
    private static string ClientOf(ClaimsPrincipal user) => $"{user.FindFirstValue("sub")}@{user.FindFirstValue("office")}";

    private static async Task<byte[]> HashAsync(HttpContext context)
    {
        context.Request.EnableBuffering();
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(Encoding.UTF8.GetBytes($"{context.Request.Method} {context.Request.Path}{context.Request.QueryString}\n"));
        var chunk = ArrayPool<byte>.Shared.Rent(16384);
        int count;
        while ((count = await context.Request.Body.ReadAsync(chunk, context.RequestAborted)) > 0)
        {
            hash.AppendData(chunk, 0, count);
        }

        ArrayPool<byte>.Shared.Return(chunk);
        context.Request.Body.Position = 0;
        return hash.GetHashAndReset();
    }
}
