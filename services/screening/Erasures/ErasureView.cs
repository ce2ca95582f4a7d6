using System.Text.Json;
using Cnaim.Contracts;

namespace Cnaim.Screening.Erasures;

/// <summary>An erasure order and how far it is. Which offices know a person is for the data-protection officer alone.</summary>
internal sealed record ErasureView
{
    public required Guid Id { get; init; }

    /// <summary>requested, approved or rejected; done when every office has confirmed.</summary>
    public required string Status { get; init; }

    public required DateTimeOffset RequestedAt { get; init; }

    public DateTimeOffset? DecidedAt { get; init; }

    /// <summary>Services that have not answered yet, what they would erase or that they have.</summary>
    public required int Waiting { get; init; }

    public required int Answered { get; init; }

    /// <summary>Each service; null for others than the data-protection officer.</summary>
    public IReadOnlyList<ErasureAtOffice>? Offices { get; init; }

    public static ErasureView Of(ErasureRow row, IReadOnlyList<ErasureAtOfficeRow> offices, bool isOfficer)
    {
        var isApproved = row.Status is "approved";
        var waiting = offices.Count(office => isApproved ? office.ConfirmedAt is null : office.Counted is null);
        return new ErasureView
        {
            Id = row.ErasureId,
            Status = isApproved && waiting is 0 ? "done" : row.Status,
            RequestedAt = row.RequestedAt,
            DecidedAt = row.DecidedAt,
            Waiting = waiting,
            Answered = offices.Count - waiting,
            Offices = isOfficer ? [.. offices.Select(ErasureAtOffice.Of)] : null,
        };
    }
}

/// <summary>One service: the dry run before the approval, the report after it. Counts and codes only.</summary>
internal sealed record ErasureAtOffice
{
    public required string Office { get; init; }

    /// <summary>counting, counted, waiting or done.</summary>
    public required string Status { get; init; }

    /// <summary>What it would erase, by category; null before it has counted.</summary>
    public IReadOnlyList<ErasedCount>? WouldErase { get; init; }

    /// <summary>What it erased, and what it keeps.</summary>
    public IReadOnlyList<ErasedCount>? Erased { get; init; }

    /// <summary>The laws under which something stays.</summary>
    public required IReadOnlyList<string> LegalBases { get; init; }

    public DateTimeOffset? ConfirmedAt { get; init; }

    public static ErasureAtOffice Of(ErasureAtOfficeRow row) => new()
    {
        Office = row.Office,
        Status = row switch
        {
            { ConfirmedAt: not null } => "done",
            { OrderedAt: not null } => "waiting",
            { Counted: not null } => "counted",
            _ => "counting",
        },
        WouldErase = Counts(row.Counted),
        Erased = Counts(row.Erased),
        LegalBases = row.LegalBases,
        ConfirmedAt = row.ConfirmedAt,
    };

    private static ErasedCount[]? Counts(string? json) => json is null ? null : JsonSerializer.Deserialize<ErasedCount[]>(json, JsonSerializerOptions.Web);
}

internal sealed record ErasurePage(IReadOnlyList<ErasureView> Items, Guid? Next);
