namespace Cnaim.Housing.Places;

/// <summary>Section <c>Places</c>.</summary>
public sealed class PlaceOptions
{
    /// <summary>How long a freed bed is kept for the next on the list; default 24 hours.</summary>
    public TimeSpan OfferLife { get; set; } = TimeSpan.FromHours(24);
}
