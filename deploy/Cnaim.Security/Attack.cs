namespace Cnaim.Security;

/// <summary>Something that somebody may try, and the answer that it must get.</summary>
/// <param name="Row">Row of the security test list, for example <c>S1</c>.</param>
/// <param name="What">What is tried.</param>
/// <param name="Expected">The answer that the platform must give.</param>
/// <param name="TryAsync">Tries it and says what came.</param>
public sealed record Attack(string Row, string What, string Expected, Func<Attacker, CancellationToken, Task<string>> TryAsync)
{
    /// <inheritdoc/>
    public override string ToString() => $"{Row} {What}";
}
