namespace Cnaim.ServiceDefaults.Problems;

/// <summary>The <c>type</c> of problem details (RFC 9457, section 3.1.1).</summary>
public static class ProblemType
{
    /// <summary>The URN of a problem code.</summary>
    /// <param name="code">A code of the registry in kebab-case.</param>
    public static string Of(string code) => $"urn:cnaim:problem:{code}";
}
