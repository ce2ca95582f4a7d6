using Cnaim.Architecture.Tests.Hosts;
using Cnaim.ServiceDefaults.Rights;
using Cnaim.Testing;
using Microsoft.AspNetCore.Routing;
using Shouldly;
using Xunit;

namespace Cnaim.Architecture.Tests;

/// <summary>Style.md rule 18, and no endpoint that only a fallback protects.</summary>
public sealed class When_an_endpoint_is_mapped
{
    public static TheoryData<string> Codes => [.. ServiceApi.Hosts];

    [Theory]
    [MemberData(nameof(Codes))]
    public void Should_have_a_name_a_summary_a_tag_and_say_who_may_call_it(string code) =>
        ServiceApi.Of(code).Endpoints.SelectMany(endpoint => MappedEndpoint.Lacks(endpoint).Select(lack => $"{Show(endpoint)} has no {lack}")).ShouldBeEmpty();

    [Theory]
    [MemberData(nameof(Codes))]
    public void Should_have_its_name_for_itself(string code) =>
        ServiceApi.Of(code).Endpoints.Select(endpoint => endpoint.Metadata.GetMetadata<IEndpointNameMetadata>()?.EndpointName).OfType<string>()
            .GroupBy(name => name, StringComparer.Ordinal).Where(group => group.Count() > 1).Select(group => group.Key).ShouldBeEmpty();

    // A weaker right than the one that was agreed is a right too. HTTP endpoints say theirs in the approved document; these lines are for gRPC.
    [Fact]
    public void Should_ask_for_the_right_that_was_agreed() =>
        ApprovedFile.ShouldEqual(Repository.At("tests", "Cnaim.Architecture.Tests", "grpc-rights.approved.txt"), string.Join('\n', ServiceApi.Codes
            .SelectMany(code => ServiceApi.Of(code).Endpoints)
            .Where(MappedEndpoint.IsGrpc)
            .Select(endpoint => $"{endpoint.RoutePattern.RawText} {endpoint.Metadata.GetMetadata<RightAttribute>()?.Name}")
            .Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)));

    private static string Show(RouteEndpoint endpoint) => $"{string.Join(',', MappedEndpoint.Methods(endpoint))} {endpoint.RoutePattern.RawText}";
}
