using System.Reflection;

namespace Cnaim.Launcher.Tests.Platform;

/// <summary>A folder of its own for a platform whose only service is the sample host.</summary>
internal sealed class SamplePlatform : IDisposable
{
    public SamplePlatform()
    {
        File.SetUnixFileMode(Home, File.GetUnixFileMode(Home) | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute);
        Layout = new PlatformLayout(Home);
        Layout.Create();
    }

    public string Home { get; } = Directory.CreateTempSubdirectory("cnaim-platform-").FullName;

    public PlatformLayout Layout { get; }

    public PlatformOptions Options => new()
    {
        Home = Home,
        App = typeof(SamplePlatform).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(entry => entry.Key is "SampleFolder").Value,
        BackOff = new BackOff(TimeSpan.FromMilliseconds(50), TimeSpan.FromSeconds(1), TimeSpan.FromMinutes(1)),
    };

    public static async Task UntilAsync(Func<bool> condition)
    {
        while (!condition())
        {
            await Task.Delay(20, TestContext.Current.CancellationToken);
        }
    }

    public void Dispose() => Directory.Delete(Home, recursive: true);
}
