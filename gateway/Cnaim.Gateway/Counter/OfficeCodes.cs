using Cnaim.Gateway.Routing;
using Microsoft.Extensions.Options;

namespace Cnaim.Gateway.Counter;

/// <summary>The offices that a person can be referred to.</summary>
internal sealed class OfficeCodes(IOptions<GatewayOptions> gateway)
{
    public IReadOnlyList<string> All { get; } = [.. gateway.Value.Services.Where(service => service.Value.Group is "agency" or "support-office").Select(service => service.Key)];
}
