using Cnaim.EndToEnd.Tests.Support;
using Cnaim.Launcher;
using Cnaim.Servers;

namespace Cnaim.EndToEnd.Tests.Counter;

/// <summary>Browsers at the counter of the platform under test.</summary>
internal sealed class Desks(PlatformUnderTest platform, Browser browser) : StaffDesks(browser, platform.Demo.Gateway, SecretStore.Open(new PlatformLayout(platform.Home).Secrets));
