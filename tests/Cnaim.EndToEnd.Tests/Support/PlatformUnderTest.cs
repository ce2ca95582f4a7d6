using Cnaim.Demo;
using Cnaim.Launcher;
using Cnaim.Testing.Edge;

namespace Cnaim.EndToEnd.Tests.Support;

/// <summary>The whole platform while the tests run.</summary>
/// <param name="Home">The platform's folder (<c>CNAIM_HOME</c>).</param>
/// <param name="Handle">Its processes.</param>
/// <param name="Telemetry">Traces and metrics that it sent.</param>
/// <param name="Demo">Address, sandbox client and databases.</param>
internal sealed record PlatformUnderTest(string Home, PlatformHandle Handle, TelemetryReceiver Telemetry, DemoPlatform Demo);
