namespace Cnaim.Housing.Places;

internal sealed record NewBooking
{
    public Guid CaseId { get; init; }
}
