using System.Diagnostics.CodeAnalysis;

namespace Cnaim.Gateway.Counter.Calls;

/// <summary>What a service answered: a value, or why not.</summary>
internal sealed record ServiceAnswer<T>(T? Value, ServiceProblem? Problem, string? ETag)
    where T : class
{
    [MemberNotNullWhen(true, nameof(Value))]
    [MemberNotNullWhen(false, nameof(Problem))]
    public bool IsGood => Problem is null;
}
