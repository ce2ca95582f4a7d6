namespace Cnaim.Launcher;

/// <summary>The launcher cannot go on; the message is one sentence for the person at the terminal that says what to do.</summary>
public sealed class LauncherException : Exception
{
    /// <summary>Creates the exception.</summary>
    /// <param name="problem">The kind of problem.</param>
    /// <param name="message">One sentence that says what is wrong and what to do.</param>
    /// <param name="innerException">The cause, if any.</param>
    public LauncherException(LauncherProblem problem, string message, Exception? innerException = null)
        : base(message, innerException) => Problem = problem;

    /// <summary>The kind of problem.</summary>
    public LauncherProblem Problem { get; }
}
