namespace Cnaim.Testing;

/// <summary>An office of the manifest that one test uses alone.</summary>
public sealed class LentOffice(string code, string brokerUrl, Action giveBack) : IDisposable
{
    public string Code { get; } = code;

    public string BrokerUrl { get; } = brokerUrl;

    public void Dispose() => giveBack();
}
