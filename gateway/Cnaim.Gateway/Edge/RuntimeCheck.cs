using System.Reflection;
using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace Cnaim.Gateway.Edge;

/// <summary>The gateway does not start on a web server with the request smuggling flaw CVE-2025-55315, mended in 10.0.0-rc.2.</summary>
internal static class RuntimeCheck
{
    public static void Run()
    {
        var version = typeof(KestrelServer).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "";
        if (!IsMended(version))
        {
            throw new InvalidOperationException($"ASP.NET Core {version} can be smuggled through (CVE-2025-55315); update the runtime to 10.0.0 or later.");
        }
    }

    public static bool IsMended(string informationalVersion)
    {
        var parts = informationalVersion.Split('+')[0].Split('-', 2);
        return Version.TryParse(parts[0], out var version)
            && version >= new Version(10, 0, 0)
            && (version > new Version(10, 0, 0) || parts.Length == 1 || parts[1].StartsWith("rc.2", StringComparison.Ordinal) || parts[1].StartsWith("rtm", StringComparison.Ordinal));
    }
}
