using Cnaim.ServiceDefaults.Problems;

namespace Cnaim.Messaging.Idempotency;

/// <summary>What a caller can do wrong with an Idempotency-Key.</summary>
internal static class IdempotencyRefusals
{
    public static readonly Refusal Missing = new("idempotency-key-missing", 400, "Send an Idempotency-Key header (1 to 255 characters) and repeat it when you try again.");

    public static readonly Refusal Invalid = new("idempotency-key-invalid", 400, "The Idempotency-Key must be one header of 1 to 255 visible ASCII characters.");

    public static readonly Refusal Reused = new("idempotency-key-reused", 422, "This Idempotency-Key was used for another request; take a new one.");

    public static readonly Refusal InProgress = new("idempotency-key-in-progress", 409, "A request with this Idempotency-Key is being answered; repeat it in a moment.");
}
