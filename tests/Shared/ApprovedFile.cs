using Xunit;

namespace Cnaim.Testing;

/// <summary>
/// Compares text with an approved file. A difference fails the test, is printed, and is written beside it as
/// <c>*.received.*</c>, which git ignores. With <c>CNAIM_APPROVE=1</c> the file is written instead; the change then shows in review.
/// </summary>
internal static class ApprovedFile
{
    /// <summary>The same for what others hold on to: a change that breaks them is written only with <c>CNAIM_APPROVE_BREAKING=1</c> beside it.</summary>
    /// <param name="path">The last released copy.</param>
    /// <param name="received">What it would be now.</param>
    /// <param name="breaks">What is lost from the first to the second, a line each.</param>
    public static void ShouldEqual(string path, string received, Func<string, string, IReadOnlyList<string>> breaks)
    {
        if (File.Exists(path) && !string.Equals(Environment.GetEnvironmentVariable("CNAIM_APPROVE_BREAKING"), "1", StringComparison.Ordinal)
            && breaks(File.ReadAllText(path).ReplaceLineEndings("\n"), received) is { Count: > 0 } lost)
        {
            Assert.Fail($"{Repository.Relative(path)}: others would break; a new major version would not. When it is meant, set CNAIM_APPROVE_BREAKING=1 too.\n{string.Join('\n', lost)}");
        }

        ShouldEqual(path, received);
    }

    public static void ShouldEqual(string path, string received)
    {
        received = received.ReplaceLineEndings("\n").TrimEnd('\n') + "\n";
        var receivedPath = Path.ChangeExtension(path, ".received" + Path.GetExtension(path));
        if (string.Equals(Environment.GetEnvironmentVariable("CNAIM_APPROVE"), "1", StringComparison.Ordinal))
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllText(path, received);
        }

        var approved = File.Exists(path) ? File.ReadAllText(path).ReplaceLineEndings("\n") : "";
        if (string.Equals(approved, received, StringComparison.Ordinal))
        {
            File.Delete(receivedPath);
            return;
        }

        File.WriteAllText(receivedPath, received);
        Assert.Fail($"{Repository.Relative(path)} differs. When the change is meant, approve it with CNAIM_APPROVE=1.\n{Difference(approved, received)}");
    }

    /// <summary>Lines that only one side has, first the removed ones; enough to see what changed in a sorted list.</summary>
    internal static string Difference(string approved, string received)
    {
        var (old, now) = (approved.Split('\n'), received.Split('\n'));
        var removed = old.Except(now, StringComparer.Ordinal).Select(line => "- " + line);
        var added = now.Except(old, StringComparer.Ordinal).Select(line => "+ " + line);
        return string.Join('\n', removed.Concat(added).DefaultIfEmpty("(the same lines in another order or number)").Take(200));
    }
}
