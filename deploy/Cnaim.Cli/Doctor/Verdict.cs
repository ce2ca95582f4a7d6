namespace Cnaim.Cli.Doctor;

/// <summary>How a finding is.</summary>
internal enum Verdict
{
    Good,
    Note,
    Bad,
}
