namespace Cnaim.Cli.Sandbox;

/// <summary>What came to the echo receiver, and what it answered.</summary>
/// <param name="At">When (UTC).</param>
/// <param name="IsVerified">Whether a signature is good and the time near.</param>
/// <param name="Id">The <c>webhook-id</c>; the same on every retry.</param>
/// <param name="Type">CloudEvents type.</param>
/// <param name="Subject">What it is about, as this partner knows it; null without one.</param>
/// <param name="Times">How often this id has come, this time included.</param>
/// <param name="Answer">Status of the answer; 0 for none.</param>
/// <param name="IsInOrder">Whether it came in the order of its subject; null where it is about nothing.</param>
internal sealed record ReceivedWebhook(DateTimeOffset At, bool IsVerified, string Id, string Type, string? Subject, int Times, int Answer, bool? IsInOrder);
