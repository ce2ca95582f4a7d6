namespace Cnaim.Mediation.Erasures;

/// <summary>Section <c>Erasures</c>.</summary>
internal sealed class ErasureOptions
{
    /// <summary>How often the directory is asked what the offices have erased, in seconds; default 300.</summary>
    public double FollowSeconds { get; set; } = 300;
}
