using Xunit;

namespace Cnaim.Testing;

/// <summary>
/// Compares text with an approved file. A difference fails the test, is printed, and is written beside it as
/// <c>*.received.*</c>, which git ignores. With <c>CNAIM_APPROVE=1</c> the file is written instead; the change then shows in review.
/// </summary>
internal static class ApprovedFile
{
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
