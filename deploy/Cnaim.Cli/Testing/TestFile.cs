using System.Globalization;
using System.Xml.Linq;

namespace Cnaim.Cli.Testing;

/// <summary>The result file of a test project (TRX).</summary>
internal static class TestFile
{
    /// <summary>A crash of the test host leaves no file, or one without the failure: it still counts. A filter may leave a project without tests.</summary>
    public static TestResult Read(string file, string project, int exitCode, bool isFiltered)
    {
        if (!File.Exists(file))
        {
            return new TestResult(project, 0, exitCode == 0 && isFiltered ? 0 : 1, 0);
        }

        var elements = XDocument.Load(file).Descendants().ToList();
        var counters = elements.First(element => element.Name.LocalName is "Counters");
        int Number(string name) => int.Parse(counters.Attribute(name)?.Value ?? "0", CultureInfo.InvariantCulture);
        var (passed, failed) = (Number("passed"), Number("total") - Number("passed"));
        return new TestResult(project, passed, failed == 0 && exitCode != 0 ? 1 : failed, 0)
        {
            FailedTests = [.. elements.Where(element => element.Name.LocalName is "UnitTestResult" && element.Attribute("outcome")?.Value is "Failed").Select(element => element.Attribute("testName")!.Value)],
        };
    }

    /// <summary>The methods of these tests; a row of a theory has no name of its own there, so its other rows run too.</summary>
    public static string FilterOf(IEnumerable<string> tests) =>
        string.Join('|', tests.Select(test => "FullyQualifiedName=" + test.Split('(')[0]).Distinct(StringComparer.Ordinal));
}
