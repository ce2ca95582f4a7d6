namespace Cnaim.Gateway.Counter.Pages.People;

/// <summary>What somebody searches for; kept for ten minutes, so that an address and the back button carry no name.</summary>
internal sealed record SearchTerms(string Text, string? Year)
{
    public static readonly TimeSpan Life = TimeSpan.FromMinutes(10);
}
