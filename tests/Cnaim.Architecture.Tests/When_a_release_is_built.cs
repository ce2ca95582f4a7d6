using System.Text.RegularExpressions;
using Shouldly;
using Xunit;

namespace Cnaim.Architecture.Tests;

/// <summary>Fail points and sabotage switches exist only in builds with the constant SABOTAGE (reliability.md section 3).</summary>
public sealed partial class When_a_release_is_built
{
    private static readonly IReadOnlyList<Source> Sources = Source.CSharp("services", "gateway", "deploy");

    [Fact]
    public void Should_contain_no_sabotage_type() =>
        Kit.Assemblies.SelectMany(assembly => assembly.GetTypes()).Where(type => Fault().IsMatch(type.Name)).Select(type => type.FullName).ShouldBeEmpty();

    [Fact]
    public void Should_define_fault_types_under_the_constant_only() =>
        Sources.Where(source => FaultType().IsMatch(source.Code) && !source.Code.TrimStart().StartsWith("#if SABOTAGE", StringComparison.Ordinal))
            .Select(source => source.Path).ShouldBeEmpty();

    [Fact]
    public void Should_read_no_fault_switch_outside_the_constant() =>
        Sources.Where(source => FaultKey().IsMatch(WithoutFaultBlocks(source.Code))).Select(source => source.Path)
            .Where(path => path.StartsWith("services/", StringComparison.Ordinal) || path.StartsWith("gateway/", StringComparison.Ordinal)).ShouldBeEmpty();

    private static string WithoutFaultBlocks(string code) => FaultBlock().Replace(code, "");

    [GeneratedRegex("Sabotage|FailPoint|Failpoint", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Fault();

    [GeneratedRegex(@"\b(class|record|struct|enum)\s+\w*(Sabotage|FailPoint|Failpoint)\w*", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex FaultType();

    [GeneratedRegex("CNAIM_(SABOTAGE|FAILPOINTS|CLOCK_OFFSET)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex FaultKey();

    [GeneratedRegex(@"#if SABOTAGE.*?#(endif|else)", RegexOptions.Singleline | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex FaultBlock();
}
