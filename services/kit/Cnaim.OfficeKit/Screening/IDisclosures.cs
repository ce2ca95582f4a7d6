namespace Cnaim.OfficeKit.Screening;

/// <summary>Asks screening what may be disclosed; the only way to a permit.</summary>
internal interface IDisclosures
{
    /// <summary>Asks for a permit; a screening service that does not answer is <see cref="DisclosureAnswer.IsSilent"/>, never a permit.</summary>
    Task<DisclosureAnswer> DecideAsync(DisclosureQuestion question, CancellationToken cancellationToken);

    /// <summary>Redeems a permit for the permitted snapshot.</summary>
    Task<SnapshotAnswer> FetchAsync(Guid disclosureId, CancellationToken cancellationToken);
}
