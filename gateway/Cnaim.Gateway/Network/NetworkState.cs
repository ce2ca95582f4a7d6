namespace Cnaim.Gateway.Network;

/// <summary>How the network is.</summary>
/// <param name="CheckedAt">When it was looked at.</param>
/// <param name="Running">How many services run and let messages flow.</param>
/// <param name="Total">How many are meant to run here.</param>
/// <param name="Services">Each service.</param>
internal sealed record NetworkState(DateTimeOffset CheckedAt, int Running, int Total, IReadOnlyList<ServiceState> Services);
