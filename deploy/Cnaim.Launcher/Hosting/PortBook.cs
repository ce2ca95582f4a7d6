using Cnaim.Servers;

namespace Cnaim.Launcher;

/// <summary>Ports by name: the ones of the last start where they are still free, else new ones.</summary>
internal sealed class PortBook(IReadOnlyDictionary<string, int> earlier)
{
    private readonly Dictionary<string, int> _ports = new(StringComparer.Ordinal);

    public IReadOnlyDictionary<string, int> Ports => _ports;

    public int Take(string name)
    {
        if (!_ports.TryGetValue(name, out var port))
        {
            _ports[name] = port = earlier.TryGetValue(name, out var last) && FreePorts.IsFree(last) ? last : FreePorts.Next();
        }

        return port;
    }

    public int Take(string name, int wanted) => _ports[name] = wanted == 0 ? Take(name) : wanted;
}
