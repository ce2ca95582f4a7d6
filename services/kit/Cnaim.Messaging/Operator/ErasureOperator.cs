using Cnaim.Messaging.Erasure;
using Cnaim.ServiceDefaults.Authentication;
using Cnaim.ServiceDefaults.Problems;
using Dapper;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace Cnaim.Messaging.Operator;

/// <summary>The operator's verb for the time after a restore: one kept erasure is carried out again, in one transaction.</summary>
internal static class ErasureOperator
{
    private const int DigestLength = 32;

    public static async Task<Results<Ok<OperatorResult>, ProblemHttpResult>> Handle(
        KeptErasure erasure, Actor actor, [FromServices] IReapplyErasures reapply, EraseMessages messages, OfficeTransaction transaction, CancellationToken cancellationToken)
    {
        if (Read(erasure.Digests) is not { Length: > 0 } digests)
        {
            return CommonRefusals.MalformedRequest.ToProblem();
        }

        await messages.RememberDigestsAsync(erasure.OrderId, digests, cancellationToken);
        var changed = await reapply.RunAsync(erasure.OrderId, digests, cancellationToken);
        transaction.Audit(new AuditEntry { Action = "erasure.reapplied", RecordKind = "erasure", RecordId = erasure.OrderId.ToString(), Actor = actor });
        await transaction.CommitAsync(cancellationToken);
        return TypedResults.Ok(new OperatorResult((int)changed));
    }

    /// <summary>After a restore of the directory: what was erased since is given to it again, with the next heads.</summary>
    public static async Task<Ok<OperatorResult>> OfferAgain(ErasuresSince selection, Actor actor, OfficeTransaction transaction, CancellationToken cancellationToken)
    {
        await transaction.BeginAsync(cancellationToken);
        var changed = await transaction.Connection.ExecuteAsync(transaction.Command(ErasureSql.OfferAgain, new { since = selection.Since.ToUniversalTime() }, cancellationToken));
        transaction.Audit(new AuditEntry { Action = "erasures.offered-again", RecordKind = "erasure", RecordId = "all", Actor = actor });
        await transaction.CommitAsync(cancellationToken);
        return TypedResults.Ok(new OperatorResult(changed));
    }

    private static byte[][]? Read(string[] texts)
    {
        var digests = new byte[texts.Length][];
        for (var index = 0; index < texts.Length; index++)
        {
            digests[index] = new byte[DigestLength];
            if (Convert.FromHexString(texts[index], digests[index], out var read, out var written) is not System.Buffers.OperationStatus.Done
                || read != texts[index].Length || written != DigestLength)
            {
                return null;
            }
        }

        return digests;
    }
}

/// <summary>From when on.</summary>
internal sealed record ErasuresSince
{
    public required DateTimeOffset Since { get; init; }
}

/// <summary>An erasure as another service has kept it.</summary>
internal sealed record KeptErasure
{
    public required Guid OrderId { get; init; }

    public required string[] Digests { get; init; }
}
