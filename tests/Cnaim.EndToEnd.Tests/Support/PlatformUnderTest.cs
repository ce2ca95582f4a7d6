using Cnaim.Demo;
using Cnaim.Launcher;

namespace Cnaim.EndToEnd.Tests.Support;

/// <summary>The whole platform while the tests run.</summary>
/// <param name="Home">The platform's folder (<c>CNAIM_HOME</c>).</param>
/// <param name="Handle">Its processes.</param>
/// <param name="Demo">Address, sandbox client and databases.</param>
internal sealed record PlatformUnderTest(string Home, PlatformHandle Handle, DemoPlatform Demo);
