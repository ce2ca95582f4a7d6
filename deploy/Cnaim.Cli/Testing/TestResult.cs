namespace Cnaim.Cli.Testing;

/// <summary>What a test project gave; a project that ended without a result counts as one failed test.</summary>
internal sealed record TestResult(string Project, int Passed, int Failed, double Seconds)
{
    /// <summary>Those that the result file names.</summary>
    public IReadOnlyList<string> FailedTests { get; init; } = [];

    /// <summary>Those that failed first, and passed alone.</summary>
    public IReadOnlyList<string> Unsteady { get; init; } = [];

    /// <summary>This result with its failed tests as they were when they ran once more, alone.</summary>
    public TestResult After(TestResult again)
    {
        var mended = again.Failed == 0 && again.Passed > 0;
        return mended
            ? this with { Passed = Passed + Failed, Failed = 0, FailedTests = [], Unsteady = FailedTests }
            : this;
    }
}
