namespace Cnaim.Screening.Rules;

/// <summary>A truth value of Kleene's strong three-valued logic.</summary>
internal enum Truth
{
    False = -1,
    Unknown = 0,
    True = 1,
}

internal static class Kleene
{
    public static Truth Not(Truth value) => (Truth)(-(int)value);

    public static Truth And(Truth left, Truth right) => left < right ? left : right;

    public static Truth Or(Truth left, Truth right) => left > right ? left : right;

    public static Truth Of(bool value) => value ? Truth.True : Truth.False;
}
