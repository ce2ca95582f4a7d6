using Cnaim.Contracts;

namespace Cnaim.Messaging.Contracts;

/// <summary>Every message type this process knows: the contracts, and the assemblies of its consumers.</summary>
internal sealed class MessageCatalog
{
    private readonly Dictionary<string, MessageType> _byEventType = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _newestMajor = new(StringComparer.Ordinal);

    public MessageCatalog(IEnumerable<ConsumerRegistration> consumers)
    {
        var assemblies = consumers.Select(consumer => consumer.MessageType.Assembly).Append(typeof(CommandAttribute).Assembly).Distinct();
        foreach (var type in assemblies.SelectMany(assembly => assembly.GetExportedTypes()).Select(MessageType.Read).OfType<MessageType>())
        {
            _byEventType[type.EventType] = type;
            var stem = WireType.Parse(type.EventType)?.Stem ?? type.EventType;
            _newestMajor[stem] = Math.Max(type.Major, _newestMajor.GetValueOrDefault(stem));
        }
    }

    /// <summary>All of them, in the order of their names.</summary>
    public IEnumerable<MessageType> Types => _byEventType.Values.OrderBy(type => type.EventType, StringComparer.Ordinal);

    public MessageType? Find(string eventType) => _byEventType.GetValueOrDefault(eventType);

    /// <summary>Whether the thing is known but this major version of it is not.</summary>
    public bool IsUnknownMajor(string eventType) =>
        !_byEventType.ContainsKey(eventType) && WireType.Parse(eventType) is { } wire && _newestMajor.ContainsKey(wire.Stem);
}
