using System.Net;
using System.Text.Json.Nodes;
using Cnaim.Demo.Gateway;
using Cnaim.EndToEnd.Tests.Support;

namespace Cnaim.EndToEnd.Tests;

public sealed class When_documents_describe_the_api(PlatformFixture fixture) : IDisposable
{
    private static readonly string[] Methods = ["get", "put", "post", "delete", "patch"];
    private readonly Api _api = new(fixture.Platform);

    public static TheoryData<string> Services { get; } = ["screening", "reception", "directory", "mediation", "health", "housing", "family-reunification", "borders", "tax", "victim-support"];

    [Theory]
    [MemberData(nameof(Services))]
    public async Task Should_serve_every_documented_operation_to_nobody_without_a_token(string service)
    {
        var document = (await AskAsync(desk: null, "get", $"/api/{service}/openapi/v1.json")).ShouldBe(HttpStatusCode.OK).Json;
        document["openapi"]!.ToString().ShouldStartWith("3.1");
        var operations = Operations(document).ToList();
        operations.ShouldNotBeEmpty();
        foreach (var (method, path, isOpen) in operations)
        {
            var reply = await AskAsync(desk: null, method, $"/api/{service}{Fill(path)}");
            if (!isOpen)
            {
                reply.Status.ShouldBe(HttpStatusCode.Unauthorized, $"{method} {path}");
            }
        }
    }

    [Theory]
    [MemberData(nameof(Services))]
    public async Task Should_refuse_every_method_that_is_not_documented(string service)
    {
        var document = (await AskAsync(desk: null, "get", $"/api/{service}/openapi/v1.json")).ShouldBe(HttpStatusCode.OK).Json;
        foreach (var path in Operations(document).GroupBy(operation => Fill(operation.Path), StringComparer.Ordinal))
        {
            foreach (var method in Methods.Except(path.Select(operation => operation.Method), StringComparer.Ordinal))
            {
                var reply = await AskAsync(Api.Agent("reception"), method, $"/api/{service}{path.Key}");
                ((int)reply.Status).ShouldBeOneOf([400, 401, 403, 404, 405], $"{method} {path.Key}");
            }
        }
    }

    [Fact]
    public async Task Should_show_all_of_them_on_one_page_and_explain_each_problem()
    {
        (await _api.GetAsync(desk: null, "/docs/api/")).ShouldBe(HttpStatusCode.OK);
        (await _api.GetAsync(desk: null, "/docs/problems/consent-missing")).ShouldBe(HttpStatusCode.OK).Text.ShouldContain("consent");
    }

    public void Dispose() => _api.Dispose();

    // One client asks for all of them, so it meets the edge's limit: it waits as the answer tells it to.
    private async Task<Reply> AskAsync(Desk? desk, string method, string path)
    {
        var reply = await _api.SendAsync(desk, new HttpMethod(method.ToUpperInvariant()), path);
        for (var tries = 0; reply.Status == HttpStatusCode.TooManyRequests && tries < 30; tries++)
        {
            await Task.Delay(200, TestContext.Current.CancellationToken);
            reply = await _api.SendAsync(desk, new HttpMethod(method.ToUpperInvariant()), path);
        }

        return reply;
    }

    private static IEnumerable<(string Method, string Path, bool IsOpen)> Operations(JsonNode document) =>
        from path in document["paths"]!.AsObject()
        from operation in path.Value!.AsObject()
        where Methods.Contains(operation.Key, StringComparer.Ordinal)
        select (operation.Key, path.Key, path.Key is "/problems" || operation.Value!["security"] is JsonArray { Count: 0 });

    private static string Fill(string path) => string.Join('/', path.Split('/').Select(part => !part.StartsWith('{') ? part : part.Contains("ersion", StringComparison.Ordinal) ? "1" : Guid.Empty.ToString()));
}
