using System.Text.Json;

namespace Cnaim.Subscriptions.Agreements;

/// <summary>A change that was asked for; one that widens waits for a second person, one that narrows is applied at once.</summary>
internal sealed record AgreementChange
{
    public const string Approved = "approved";
    public const string Rejected = "rejected";
    public const string Applied = "applied";

    public required Guid Id { get; init; }

    public required string ClientId { get; init; }

    public required AgreementTerms Terms { get; init; }

    public required bool Widens { get; init; }

    public required string Reason { get; init; }

    public required string RequestedBy { get; init; }

    public required DateTimeOffset RequestedAt { get; init; }

    /// <summary><c>approved</c>, <c>rejected</c> or <c>applied</c>; null while it waits.</summary>
    public string? Decision { get; init; }

    public string? DecidedBy { get; init; }
}

/// <summary>A row of <c>agreement_change</c>.</summary>
internal sealed record AgreementChangeRow
{
    public Guid ChangeId { get; init; }

    public string ClientId { get; init; } = "";

    public string Terms { get; init; } = "";

    public bool Widens { get; init; }

    public long BaseVersion { get; init; }

    public string Reason { get; init; } = "";

    public string RequestedBy { get; init; } = "";

    public DateTimeOffset RequestedAt { get; init; }

    public string? Decision { get; init; }

    public string? DecidedBy { get; init; }

    public DateTimeOffset? DecidedAt { get; init; }

    public AgreementTerms ReadTerms() => JsonSerializer.Deserialize<AgreementTerms>(Terms, JsonSerializerOptions.Web)!;

    public AgreementChange ToChange() => new()
    {
        Id = ChangeId,
        ClientId = ClientId,
        Terms = ReadTerms(),
        Widens = Widens,
        Reason = Reason,
        RequestedBy = RequestedBy,
        RequestedAt = RequestedAt,
        Decision = Decision,
        DecidedBy = DecidedBy,
    };
}

/// <summary>What is asked.</summary>
internal sealed record NewAgreementChange
{
    public required string ClientId { get; init; }

    public required AgreementTerms Terms { get; init; }

    /// <summary>Why, 3 to 500 characters.</summary>
    public required string Reason { get; init; }
}

/// <summary>What a partner asks of its own agreement.</summary>
internal sealed record OwnAgreementChange
{
    public required AgreementTerms Terms { get; init; }

    /// <summary>Why, 3 to 500 characters.</summary>
    public required string Reason { get; init; }
}
