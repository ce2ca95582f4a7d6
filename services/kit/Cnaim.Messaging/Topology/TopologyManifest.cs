namespace Cnaim.Messaging.Topology;

/// <summary>The one manifest of the broker, <c>deploy/rabbitmq/topology.yaml</c> (ADR 0003).</summary>
public sealed class TopologyManifest
{
    /// <summary>The embedded manifest; parsed once.</summary>
    public static TopologyManifest Load() => throw new NotSupportedException();

    /// <summary>Whether a service may send a command to another.</summary>
    /// <param name="fromService">The sender's code.</param>
    /// <param name="command">The command's wire name, for example <c>request-referral</c>.</param>
    /// <param name="toService">The receiver's code.</param>
    public bool MaySend(string fromService, string command, string toService) => throw new NotSupportedException();
}
