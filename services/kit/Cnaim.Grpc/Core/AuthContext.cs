namespace Grpc.Core;

/// <summary>What transport security knows about the peer.</summary>
public class AuthContext
{
    private readonly Dictionary<string, List<AuthProperty>> _properties;

    /// <summary>A context.</summary>
    /// <param name="peerIdentityPropertyName">The property that names the peer; null when it is not authenticated.</param>
    /// <param name="properties">All properties by name.</param>
    public AuthContext(string? peerIdentityPropertyName, Dictionary<string, List<AuthProperty>> properties)
    {
        PeerIdentityPropertyName = peerIdentityPropertyName;
        _properties = properties ?? throw new ArgumentNullException(nameof(properties));
    }

    /// <summary>True when the peer showed a certificate.</summary>
    public bool IsPeerAuthenticated => PeerIdentityPropertyName is not null;

    /// <summary>The property that names the peer.</summary>
    public string? PeerIdentityPropertyName { get; }

    /// <summary>The properties that name the peer.</summary>
    public IEnumerable<AuthProperty> PeerIdentity => PeerIdentityPropertyName is null ? [] : FindPropertiesByName(PeerIdentityPropertyName);

    /// <summary>All properties.</summary>
    public IEnumerable<AuthProperty> Properties => _properties.Values.SelectMany(list => list);

    /// <summary>The properties of a name.</summary>
    /// <param name="propertyName">The name.</param>
    public IEnumerable<AuthProperty> FindPropertiesByName(string propertyName) =>
        _properties.TryGetValue(propertyName, out var list) ? list : [];
}
