namespace Cnaim.Subscriptions.Sending;

/// <summary>What is sent, and where.</summary>
internal sealed record OutgoingWebhook
{
    public required Uri Url { get; init; }

    /// <summary>The same on every retry and replay.</summary>
    public required string WebhookId { get; init; }

    public required byte[] Body { get; init; }

    /// <summary>One, or two while rotating; the present one first.</summary>
    public required IReadOnlyList<byte[]> Secrets { get; init; }

    public string? AuditRoot { get; init; }
}
