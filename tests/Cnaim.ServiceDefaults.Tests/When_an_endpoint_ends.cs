using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Cnaim.ServiceDefaults.Http;
using Cnaim.ServiceDefaults.Tests.Support;
using Cnaim.Testing.Edge;
using Microsoft.AspNetCore.Builder;

namespace Cnaim.ServiceDefaults.Tests;

public sealed class When_an_endpoint_ends : IAsyncLifetime
{
    private static readonly Uri Changelog = new("/docs/changelog", UriKind.Relative);
    private Issuer _issuer = null!;
    private SampleService _service = null!;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _issuer = await Issuer.StartAsync();
        _service = await SampleService.StartAsync(_issuer);
        _service.SignIn();
    }

    public async ValueTask DisposeAsync()
    {
        await _service.DisposeAsync();
        await _issuer.DisposeAsync();
    }

    [Theory]
    [InlineData("/v1/ending", HttpStatusCode.OK)]
    [InlineData("/v1/ending?answer=409", HttpStatusCode.Conflict)]
    public async Task Should_tell_when_in_every_answer(string path, HttpStatusCode status)
    {
        var answer = await _service.Client.GetAsync(path, Token);

        answer.StatusCode.ShouldBe(status);
        answer.Headers.GetValues("Deprecation").ShouldBe(["@1767225600"]);
        answer.Headers.GetValues("Sunset").ShouldBe(["Fri, 01 Jan 2027 00:00:00 GMT"]);
        answer.Headers.GetValues("Link").ShouldBe(["</docs/changelog>; rel=\"sunset\""]);
    }

    [Fact]
    public async Task Should_tell_it_to_who_has_no_token()
    {
        _service.Client.DefaultRequestHeaders.Authorization = null;

        var answer = await _service.Client.GetAsync("/v1/ending", Token);

        answer.StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        answer.Headers.Contains("Sunset").ShouldBeTrue();
    }

    [Fact]
    public async Task Should_say_nothing_of_what_stays()
    {
        var answer = await _service.Client.GetAsync("/v1/me", Token);

        foreach (var name in (string[])["Deprecation", "Sunset", "Link"])
        {
            answer.Headers.Contains(name).ShouldBeFalse(name);
        }
    }

    [Fact]
    public async Task Should_be_deprecated_in_the_document()
    {
        var paths = (await _service.Client.GetFromJsonAsync<JsonElement>("/openapi/v1.json", Token)).GetProperty("paths");

        paths.GetProperty("/v1/ending").GetProperty("get").GetProperty("deprecated").GetBoolean().ShouldBeTrue();
        paths.GetProperty("/v1/me").GetProperty("get").TryGetProperty("deprecated", out _).ShouldBeFalse();
    }

    [Fact]
    public void Should_not_end_within_twelve_months()
    {
        var endpoint = _service.App.MapGet("/v1/soon", () => "yes");

        Should.Throw<ArgumentOutOfRangeException>(() => endpoint.Deprecated(new DateOnly(2026, 1, 1), new DateOnly(2026, 12, 31), Changelog));
        endpoint.Deprecated(new DateOnly(2026, 1, 1), new DateOnly(2027, 1, 1), Changelog);
    }
}
