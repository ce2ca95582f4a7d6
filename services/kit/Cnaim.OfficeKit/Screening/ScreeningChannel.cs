using Cnaim.Screening.V1;
using Grpc.Net.Client;

namespace Cnaim.OfficeKit.Screening;

/// <summary>The one channel to screening; it connects when first used and again after each outage.</summary>
internal sealed class ScreeningChannel(Uri address) : IDisposable
{
    private readonly GrpcChannel _channel = GrpcChannel.ForAddress(address);
    private Disclosures.DisclosuresClient? _disclosures;

    /// <summary>The generated client.</summary>
    public Disclosures.DisclosuresClient Disclosures => _disclosures ??= new Disclosures.DisclosuresClient(_channel);

    public void Dispose() => _channel.Dispose();
}
