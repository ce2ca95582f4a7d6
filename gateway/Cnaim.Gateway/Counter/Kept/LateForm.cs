namespace Cnaim.Gateway.Counter.Kept;

/// <summary>A form that came after its session had ended.</summary>
/// <param name="Address">Where it was going, an address of ours.</param>
/// <param name="Fields">What was typed, in its order; a name may come more than once.</param>
internal sealed record LateForm(string Address, IReadOnlyList<KeyValuePair<string, string>> Fields);
