using Cnaim.Messaging;
using Cnaim.ServiceDefaults.Authentication;
using Cnaim.ServiceDefaults.Rights;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Cnaim.Screening.People;

/// <summary>The operator's verb for the keys that make references of people.</summary>
internal static class ReferenceOperator
{
    public static void MapReferenceOperator(this IEndpointRouteBuilder routes) =>
        routes.MapPost("/operator/references/rotate", Rotate).WithName("Operator_RotateReferences").WithTags("Operator")
            .WithSummary("A new key for an office's references; earlier ones keep working").RequireRight(Right.OperationsChange);

    private static async Task<Results<Ok<RotatedReferences>, ProblemHttpResult>> Rotate(
        RotateReferences input, OfficeKeys keys, PeopleOffices offices, OfficeTransaction transaction, Actor actor, CancellationToken cancellationToken)
    {
        if (!offices.Exists(input.Office))
        {
            return ScreeningRefusals.OfficeUnknown.ToProblem();
        }

        var version = await keys.RotateAsync(input.Office, cancellationToken);
        var reissued = input.Reissue ? await keys.ReissueAsync(input.Office, cancellationToken) : 0;
        transaction.Audit(new AuditEntry
        {
            Action = "references.rotated",
            RecordKind = "office",
            RecordId = input.Office,
            Actor = actor,
            Detail = new Dictionary<string, string?>(StringComparer.Ordinal) { ["reissued"] = input.Reissue ? "yes" : "no" },
        });
        return await transaction.CommitAsync(TypedResults.Ok(new RotatedReferences(input.Office, version, reissued)), cancellationToken);
    }
}

/// <summary>Whose key to replace.</summary>
internal sealed record RotateReferences
{
    public required string Office { get; init; }

    /// <summary>Also give everybody whom the office knows a new reference; earlier ones keep working.</summary>
    public bool Reissue { get; init; }
}

internal sealed record RotatedReferences(string Office, int Version, int Reissued);
