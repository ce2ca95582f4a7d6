using Cnaim.Demo;
using Cnaim.Launcher;
using Cnaim.Testing.Edge;

namespace Cnaim.EndToEnd.Tests.Support;

/// <summary>The whole platform while the tests run.</summary>
/// <param name="Home">The platform's folder (<c>CNAIM_HOME</c>).</param>
/// <param name="Handle">Its processes.</param>
/// <param name="Telemetry">Traces and metrics that it sent.</param>
/// <param name="Demo">Address, sandbox client and databases.</param>
internal sealed record PlatformUnderTest(string Home, PlatformHandle Handle, TelemetryReceiver Telemetry, DemoPlatform Demo)
{
    /// <summary>Own address of each service.</summary>
    public IReadOnlyDictionary<string, string> Addresses => Handle.Services.Keys.ToDictionary(code => code, Handle.AddressOf, StringComparer.Ordinal);

    /// <summary>A token that one service accepts and the gateway does not; the sandbox alone gives such tokens.</summary>
    public Task<string> TokenForAsync(string code) =>
        new DemoTokens(Handle.AddressOf("identity"), Demo.ClientSecret).GetAsync(code, "cnaim-lisboa", audience: code);
}
