using Cnaim.Messaging;
using Cnaim.ServiceDefaults.Authentication;
using Cnaim.ServiceDefaults.Rights;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Cnaim.Screening.Identifiers;

/// <summary>The operator's verb for the secret by which numbers are found again.</summary>
internal static class IdentifierOperator
{
    public static void MapIdentifierOperator(this IEndpointRouteBuilder routes) =>
        routes.MapPost("/operator/identifiers/rotate", Rotate).WithName("Operator_RotateIdentifiers").WithTags("Operator")
            .WithSummary("A new secret for the hashes of people's numbers, every number hashed again; searches by number wait meanwhile")
            .ProducesProblem(StatusCodes.Status400BadRequest).RequireRight(Right.OperationsChange);

    private static async Task<Ok<RotatedIdentifiers>> Rotate(IdentifierHashes hashes, OfficeTransaction transaction, Actor actor, CancellationToken cancellationToken)
    {
        var count = await hashes.RotateAsync(cancellationToken);
        transaction.Audit(new AuditEntry { Action = "identifiers.rotated", RecordKind = "service", RecordId = "screening", Actor = actor });
        return await transaction.CommitAsync(TypedResults.Ok(new RotatedIdentifiers(count)), cancellationToken);
    }
}

internal sealed record RotatedIdentifiers(int HashedAgain);
