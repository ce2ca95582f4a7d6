namespace Cnaim.ServiceDefaults.Problems;

/// <summary>One line of <c>/problems</c>.</summary>
/// <param name="Code">The stable code.</param>
/// <param name="Type">The <c>type</c> member of the answers.</param>
/// <param name="Status">The HTTP status.</param>
/// <param name="Detail">What it says.</param>
/// <param name="Fix">How to fix it.</param>
public sealed record ProblemEntry(string Code, string Type, int Status, string Detail, string Fix);
