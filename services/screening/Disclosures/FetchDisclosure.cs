using System.Text.Json;
using Cnaim.Contracts.Codes;
using Cnaim.Messaging;
using Cnaim.Screening.Interviews;
using Cnaim.Screening.Rules;
using Cnaim.ServiceDefaults.Authentication;
using Cnaim.ServiceDefaults.Problems;
using Cnaim.ServiceDefaults.Protection;
using Dapper;
using Npgsql;

namespace Cnaim.Screening.Disclosures;

/// <summary>The receiver redeems its permit; every fetch, also a refused one, is audited.</summary>
internal sealed class FetchDisclosure(NpgsqlDataSource database, FieldProtection protection, CodeLists lists, AuditSignal audited, TimeProvider clock)
{
    public async Task<Decision<DisclosedSnapshot>> RunAsync(Guid disclosureId, string purpose, Actor actor, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        var row = await connection.QuerySingleOrDefaultAsync<DisclosedRow>(new CommandDefinition(
            DisclosureSql.Fetch,
            new { disclosureId, purpose, actor.Office, actor.Centre, actor.Subject, actor.Role, now },
            cancellationToken: cancellationToken));
        audited.Set();
        return row is null ? ScreeningRefusals.DisclosureNotFound : Take(row, now);
    }

    private DisclosedSnapshot Take(DisclosedRow row, DateTimeOffset now)
    {
        var answers = row is { InterviewId: { } interviewId, Answers: { } stored }
            ? InterviewStore.Answers(protection, interviewId, stored)
            : new Dictionary<string, JsonElement>(StringComparer.Ordinal);
        return new DisclosedSnapshot
        {
            PersonRef = row.ReceiverRef,
            Person = row.Categories.Contains(DataCategory.Identity, StringComparer.Ordinal) ? row : null,
            Languages = row.Categories.Contains(DataCategory.Contact, StringComparer.Ordinal) ? row.Languages : [],
            Answers = DisclosureRules.AnswersFor(lists, answers, row.Categories),
            Categories = row.Categories,
            TakenAt = now,
            LegalBasis = row.LegalBasis,
        };
    }
}

/// <summary>What the receiver gets.</summary>
internal sealed record DisclosedSnapshot
{
    public required string PersonRef { get; init; }

    /// <summary>Names, birth and nationalities, when identity is permitted.</summary>
    public DisclosedRow? Person { get; init; }

    public required string[] Languages { get; init; }

    public required IReadOnlyDictionary<string, JsonElement> Answers { get; init; }

    public required string[] Categories { get; init; }

    public required DateTimeOffset TakenAt { get; init; }

    /// <summary>The law it rests on; null for consent.</summary>
    public string? LegalBasis { get; init; }
}

internal sealed record DisclosedRow
{
    public required string ReceiverRef { get; init; }

    public required string[] Categories { get; init; }

    public string? LegalBasis { get; init; }

    public required string[] GivenNames { get; init; }

    public required string[] FamilyNames { get; init; }

    public string? NameInScript { get; init; }

    public string? KnownAs { get; init; }

    public string? Birth { get; init; }

    public required string[] Nationalities { get; init; }

    public required string[] Languages { get; init; }

    public Guid? InterviewId { get; init; }

    public byte[]? Answers { get; init; }
}
