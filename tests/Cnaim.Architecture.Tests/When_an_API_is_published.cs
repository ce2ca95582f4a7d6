using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Cnaim.Architecture.Tests.Hosts;
using Cnaim.Testing;
using Microsoft.AspNetCore.Routing;
using Shouldly;
using Xunit;

namespace Cnaim.Architecture.Tests;

/// <summary>The documents in <c>contracts/openapi</c> are what the services serve, and name every route.</summary>
public sealed partial class When_an_API_is_published
{
    public static TheoryData<string> Codes => [.. ServiceApi.Codes];

    [Theory]
    [MemberData(nameof(Codes))]
    public void Should_equal_the_committed_document(string code) =>
        ApprovedFile.ShouldEqual(PublishedDocument.PathOf(code), PublishedDocument.Render(ServiceApi.Of(code).Document), BreakingChanges.Between);

    [Theory]
    [MemberData(nameof(Codes))]
    public void Should_document_every_route_and_nothing_else(string code) =>
        PublishedDocument.Operations(ServiceApi.Of(code).Document).Order(StringComparer.Ordinal)
            .ShouldBe(ServiceApi.Of(code).Endpoints.Where(MappedEndpoint.IsDocumented).SelectMany(Operations).Order(StringComparer.Ordinal));

    [Theory]
    [MemberData(nameof(Codes))]
    public void Should_say_whose_document_it_is(string code)
    {
        var document = JsonNode.Parse(ServiceApi.Of(code).Document)!;

        document["info"]!["title"]!.GetValue<string>().ShouldBe("CNAIM " + code);
        document["info"]!["version"]!.GetValue<string>().ShouldBe("v1");
        document["info"]!["description"]!.GetValue<string>().ShouldNotBeEmpty();
        document["servers"]!.AsArray().Select(server => server!["url"]!.GetValue<string>()).ShouldBe(["/api/" + code]);
    }

    [Fact]
    public void Should_keep_no_document_of_a_service_that_is_gone() =>
        Repository.Files("contracts/openapi", ".json").Select(file => Path.GetFileNameWithoutExtension(file)!).Where(name => !name.EndsWith(".received", StringComparison.Ordinal))
            .Except(ServiceApi.Codes, StringComparer.Ordinal).ShouldBeEmpty();

    private static IEnumerable<string> Operations(RouteEndpoint endpoint) =>
        MappedEndpoint.Methods(endpoint).Select(method => $"{method} {Constraint().Replace("/" + endpoint.RoutePattern.RawText!.Trim('/'), "}")}");

    /// <summary>"{id:guid}" is "{id}" in a document.</summary>
    [GeneratedRegex(@":[^}]+\}", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Constraint();
}
