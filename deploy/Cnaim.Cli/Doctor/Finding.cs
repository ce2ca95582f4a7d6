namespace Cnaim.Cli.Doctor;

/// <summary>What was looked at, what was found, and what to do about it.</summary>
internal sealed record Finding(string What, Verdict Verdict, string Found, string? Advice = null)
{
    public static Finding Good(string what, string found) => new(what, Verdict.Good, found);

    public static Finding Note(string what, string found, string advice) => new(what, Verdict.Note, found, advice);

    public static Finding Bad(string what, string found, string advice) => new(what, Verdict.Bad, found, advice);
}
