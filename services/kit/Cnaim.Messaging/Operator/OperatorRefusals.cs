using Cnaim.ServiceDefaults.Problems;

namespace Cnaim.Messaging.Operator;

/// <summary>What an operator cannot do.</summary>
internal static class OperatorRefusals
{
    public static readonly Refusal NotFound = new("message-not-found", 404, "No such message waits here.");

    public static readonly Refusal NeverApplied = new("message-not-acceptable", 409, "A message from a wrong sender, or one with a used version, is never applied; skip it.");

    public static readonly Refusal NotItsTurn = new("message-not-next", 409, "Earlier messages of its stream are missing; only the next one can be skipped.");
}
