namespace Cnaim.Cli.Testing;

/// <summary>What a test project gave; a project that ended without a result counts as one failed test.</summary>
internal sealed record TestResult(string Project, int Passed, int Failed, double Seconds)
{
    private const int MostAgain = 10;

    /// <summary>Those that the result file names.</summary>
    public IReadOnlyList<string> FailedTests { get; init; } = [];

    /// <summary>Those that failed first, and passed alone.</summary>
    public IReadOnlyList<string> Unsteady { get; init; } = [];

    /// <summary>Whether failed tests run once more: few failures only, each by name. A machine that stood still fails a test or two, broken code fails many, and a crash names none (ADR 0084).</summary>
    public static bool MayRunAgain(IReadOnlyCollection<TestResult> first) => first.Sum(result => result.Failed) is > 0 and <= MostAgain && first.All(result => result.Failed == result.FailedTests.Count);

    /// <summary>This result with its failed tests as they were when they ran once more, alone.</summary>
    public TestResult After(TestResult again) => again.Failed == 0 && again.Passed >= Failed
        ? this with { Passed = Passed + Failed, Failed = 0, FailedTests = [], Unsteady = FailedTests }
        : this;
}
