namespace Grpc.Core;

/// <summary>How a channel is secured. Certificates are configured on the channel's HTTP handler.</summary>
public abstract class ChannelCredentials
{
    /// <summary>Clear text; addresses with the scheme <c>http</c>.</summary>
    public static ChannelCredentials Insecure { get; } = new Plain(isSecure: false, null);

    /// <summary>TLS with the system's trust; addresses with the scheme <c>https</c>.</summary>
    public static ChannelCredentials SecureSsl { get; } = new Plain(isSecure: true, null);

    internal abstract bool IsSecure { get; }

    internal abstract CallCredentials? CallCredentials { get; }

    /// <summary>Channel credentials that add call credentials to every call.</summary>
    /// <param name="channelCredentials">How the channel is secured.</param>
    /// <param name="callCredentials">Credentials of every call.</param>
    public static ChannelCredentials Create(ChannelCredentials channelCredentials, CallCredentials callCredentials)
    {
        ArgumentNullException.ThrowIfNull(channelCredentials);
        ArgumentNullException.ThrowIfNull(callCredentials);
        return new Plain(channelCredentials.IsSecure, callCredentials);
    }

    private sealed class Plain(bool isSecure, CallCredentials? callCredentials) : ChannelCredentials
    {
        internal override bool IsSecure => isSecure;

        internal override CallCredentials? CallCredentials => callCredentials;
    }
}
