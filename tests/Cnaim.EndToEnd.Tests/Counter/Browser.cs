using Cnaim.EndToEnd.Tests.Counter;

[assembly: AssemblyFixture(typeof(Browser))]

namespace Cnaim.EndToEnd.Tests.Counter;

/// <summary>One browser for all tests.</summary>
public sealed class Browser() : TourBrowser(isVisible: false, pause: 0);
