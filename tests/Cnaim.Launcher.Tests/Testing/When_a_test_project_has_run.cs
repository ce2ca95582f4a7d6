using Cnaim.Cli.Testing;
using Shouldly;
using TestResult = Cnaim.Cli.Testing.TestResult;

namespace Cnaim.Launcher.Tests.Testing;

public sealed class When_a_test_project_has_run : IDisposable
{
    private readonly string _file = Path.GetTempFileName();

    public void Dispose() => File.Delete(_file);

    [Fact]
    public void Should_name_what_failed()
    {
        Write(total: 3, passed: 2, "Area.When.Should_hold(row: 1)");
        var result = TestFile.Read(_file, "Area", exitCode: 1, isFiltered: false);
        (result.Passed, result.Failed, result.FailedTests.Single()).ShouldBe((2, 1, "Area.When.Should_hold(row: 1)"));
    }

    [Theory]
    [InlineData(0, true, 0)]
    [InlineData(0, false, 1)]
    [InlineData(1, true, 1)]
    public void Should_count_a_host_that_left_no_file(int exitCode, bool isFiltered, int failed) =>
        TestFile.Read(_file + ".missing", "Area", exitCode, isFiltered).Failed.ShouldBe(failed);

    [Fact]
    public void Should_count_a_host_that_crashed_after_its_last_test()
    {
        Write(total: 2, passed: 2);
        var result = TestFile.Read(_file, "Area", exitCode: 1, isFiltered: false);
        (result.Failed, result.FailedTests.Count).ShouldBe((1, 0));
    }

    [Fact]
    public void Should_run_a_method_once_for_all_its_rows() =>
        TestFile.FilterOf(["A.B.C(row: 1)", "A.B.C(row: 2)", "A.B.D"]).ShouldBe("FullyQualifiedName=A.B.C|FullyQualifiedName=A.B.D");

    [Theory]
    [InlineData(2, 0, 10, 0)]
    [InlineData(1, 1, 9, 1)] // failed twice
    [InlineData(0, 0, 9, 1)] // did not run again
    public void Should_believe_a_test_only_that_passes_alone(int passed, int failed, int expectedPassed, int expectedFailed)
    {
        var first = new TestResult("Area", 9, 1, 1) { FailedTests = ["A.B.C"] };
        var result = first.After(new TestResult("Area", passed, failed, 1));
        (result.Passed, result.Failed, result.Unsteady.Count).ShouldBe((expectedPassed, expectedFailed, expectedPassed - 9));
    }

    [Fact]
    public void Should_not_believe_a_test_that_did_not_run_again()
    {
        var first = new TestResult("Area", 9, 2, 1) { FailedTests = ["A.B.C", "A.B.D"] };
        first.After(new TestResult("Area", 1, 0, 1)).Failed.ShouldBe(2);
    }

    [Theory]
    [InlineData(0, 0, false)]
    [InlineData(3, 3, true)]
    [InlineData(10, 10, true)]
    [InlineData(11, 11, false)] // broken code
    [InlineData(1, 0, false)] // a host that crashed
    public void Should_run_few_named_failures_once_more(int failed, int named, bool expected) =>
        TestResult.MayRunAgain([new TestResult("Other", 5, 0, 1), new TestResult("Area", 9, failed, 1) { FailedTests = [.. Enumerable.Repeat("A.B.C", named)] }]).ShouldBe(expected);

    private void Write(int total, int passed, params string[] failed) => File.WriteAllText(_file, $"""
        <TestRun xmlns="http://microsoft.com/schemas/VisualStudio/TeamTest/2010">
          <Results>{string.Concat(failed.Select(name => $"<UnitTestResult testName=\"{name}\" outcome=\"Failed\" />"))}</Results>
          <ResultSummary><Counters total="{total}" passed="{passed}" /></ResultSummary>
        </TestRun>
        """);
}
