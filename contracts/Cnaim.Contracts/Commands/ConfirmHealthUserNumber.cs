namespace Cnaim.Contracts.Commands;

/// <summary>The national register has issued the health user number that a case asked for; the number itself is in no message: whoever may see it fetches it there.</summary>
[Command("confirm-health-user-number")]
public sealed record ConfirmHealthUserNumber
{
    /// <summary>The case that asked; also the stream of the message.</summary>
    public required Guid CaseId { get; init; }

    /// <summary>When the register issued it (UTC).</summary>
    public required DateTimeOffset IssuedAt { get; init; }
}
