namespace Cnaim.Cli.Testing;

/// <summary>What a test project gave; a project that ended without a result counts as one failed test.</summary>
internal sealed record TestResult(string Project, int Passed, int Failed, double Seconds);
