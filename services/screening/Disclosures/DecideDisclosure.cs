using Cnaim.Contracts.Codes;
using Cnaim.Messaging;
using Cnaim.Screening.People;
using Cnaim.Screening.Rules;
using Cnaim.ServiceDefaults.Authentication;
using Cnaim.ServiceDefaults.Problems;
using Dapper;
using Npgsql;

namespace Cnaim.Screening.Disclosures;

/// <summary>May the calling office tell a receiver about a person? One round trip; the default is no.</summary>
internal sealed class DecideDisclosure(NpgsqlDataSource database, RulesCatalogue rules, DiscloseByLaw byLaw, AuditSignal audited, TimeProvider clock)
{
    /// <summary>How long a permit lasts, unless the consent ends before.</summary>
    private static readonly TimeSpan Lifetime = TimeSpan.FromDays(180);

    public async Task<Decision<DisclosurePermit>> RunAsync(DisclosureQuestion question, Actor actor, CancellationToken cancellationToken)
    {
        if (question.Check() is { } refusal)
        {
            return refusal;
        }

        var catalogue = rules.InForce(clock.Today())?.Rules;
        var request = catalogue?.Requests.GetValueOrDefault(question.Request);
        if (catalogue is null || request is null || !string.Equals(request.Office, question.ReceiverOffice, StringComparison.Ordinal))
        {
            return ScreeningRefusals.RequestUnknown;
        }

        var issues = DisclosureRules.IssuesFor(catalogue, question.ReceiverOffice, question.Issues);
        return question.StatutoryGround is null
            ? await OnConsentAsync(question, request.IsStatusBlind, issues, actor, cancellationToken)
            : await byLaw.RunAsync(question, request.IsStatusBlind, issues, actor, cancellationToken);
    }

    private async Task<Decision<DisclosurePermit>> OnConsentAsync(
        DisclosureQuestion question, bool isStatusBlind, string[] issues, Actor actor, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        var permit = await connection.QuerySingleOrDefaultAsync<DisclosurePermit>(new CommandDefinition(
            DisclosureSql.Decide,
            new
            {
                senderOffice = actor.Office,
                senderCentre = actor.Centre,
                question.PersonRef,
                auditedRef = OfficeKeys.ForAudit(question.PersonRef),
                question.ReceiverOffice,
                question.ReceiverCentre,
                question.Purpose,
                categories = DisclosureRules.CategoriesFor(question.Categories, isStatusBlind),
                question.ReferralId,
                question.Request,
                issues,
                disclosureId = Guid.CreateVersion7(now),
                now,
                expiresAt = now + Lifetime,
                actor.Subject,
                actor.Role,
            },
            cancellationToken: cancellationToken));
        audited.Set();
        return permit is null ? ScreeningRefusals.ConsentMissing : permit with { Issues = issues };
    }
}

/// <summary>What a sender asks; an empty list of categories is all but those that must be named.</summary>
internal sealed record DisclosureQuestion
{
    public required string PersonRef { get; init; }

    public required string ReceiverOffice { get; init; }

    public required string ReceiverCentre { get; init; }

    public required string Purpose { get; init; }

    public required string[] Categories { get; init; }

    public Guid? ReferralId { get; init; }

    public required string Request { get; init; }

    public required string[] Issues { get; init; }

    /// <summary>The code of the law to disclose on; null to disclose on consent.</summary>
    public string? StatutoryGround { get; init; }

    public Refusal? Check()
    {
        var errors = new Errors();
        errors.AddUnless(PersonRef.Length > 0, "personRef", "is required");
        errors.AddUnless(ReceiverOffice.Length > 0, "receiverOffice", "is required");
        errors.AddUnless(ReceiverCentre.Length > 0, "receiverCentre", "is required");
        errors.AddUnless(Contracts.Codes.Purpose.All.Contains(Purpose, StringComparer.Ordinal), "purpose", "unknown code");
        errors.Codes("categories", Categories, code => DataCategory.All.Contains(code, StringComparer.Ordinal), isRequired: false);
        return errors.As(ScreeningRefusals.DisclosureInvalid);
    }
}

/// <summary>A permit: what the receiver may fetch.</summary>
internal sealed record DisclosurePermit
{
    public required Guid DisclosureId { get; init; }

    public required string ReceiverRef { get; init; }

    public required string[] Categories { get; init; }

    public required DateTimeOffset ExpiresAt { get; init; }

    public string? Language { get; init; }

    /// <summary>The law it rests on; null for consent.</summary>
    public string? LegalBasis { get; init; }

    /// <summary>The issues that the receiver may learn: those it is an office of.</summary>
    public string[] Issues { get; init; } = [];
}
