namespace Cnaim.Security;

/// <summary>Tries every attack of the list, one after the other.</summary>
/// <param name="target">The platform.</param>
public sealed class SecurityRun(SecurityTarget target)
{
    /// <summary>Tries them.</summary>
    /// <param name="onResult">Told of each result as it comes.</param>
    /// <param name="cancellationToken">Ends the run.</param>
    /// <returns>All results, in the order of the list.</returns>
    public async Task<IReadOnlyList<AttackResult>> RunAsync(Action<AttackResult> onResult, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(onResult);
        using var attacker = new Attacker(target);
        var results = new List<AttackResult>();
        foreach (var attack in SecurityList.Attacks)
        {
            var result = await TryAsync(attack, attacker, cancellationToken);
            results.Add(result);
            onResult(result);
        }

        return results;
    }

    /// <summary>Tries one; an attack that cannot be carried out did not show that the platform holds.</summary>
    /// <param name="attack">The attack.</param>
    /// <param name="attacker">Who tries it.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public static async Task<AttackResult> TryAsync(Attack attack, Attacker attacker, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(attack);
        string got;
        try
        {
            got = await attack.TryAsync(attacker, cancellationToken);
        }
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
        {
            got = $"{exception.GetType().Name}: {exception.Message}";
        }

        return new AttackResult(attack.Row, attack.What, attack.Expected, got);
    }
}
