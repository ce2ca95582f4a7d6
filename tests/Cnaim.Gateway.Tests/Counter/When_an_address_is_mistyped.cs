namespace Cnaim.Gateway.Tests.Counter;

/// <summary>S35: an address that no page has.</summary>
public sealed class When_an_address_is_mistyped(GatewayUnderTest gateway)
{
    [Theory]
    [InlineData("/nowhere")]
    [InlineData("/people/not-an-id")]
    [InlineData("/referrals/health/nowhere/at/all")]
    public async Task Should_tell_who_is_signed_in_that_nothing_is_there(string path)
    {
        var page = await new PageClient(gateway, "mediator").GetAsync(path);

        page.Status.ShouldBe(404);
        page.Text.ShouldContain("<h1");
        page.Text.ShouldContain("/assets/cnaim");
        page.Text.ShouldNotContain("401");
    }

    [Theory]
    [InlineData("/nowhere", "text/html")]
    [InlineData("/nowhere", "application/json")]
    [InlineData("/api/nowhere/v1/people", "text/html")]
    [InlineData("/api/nowhere/v1/people", "application/json")]
    public async Task Should_refuse_a_stranger_as_everywhere(string path, string accept)
    {
        using var answer = await gateway.SendAsync(HttpMethod.Get, path, signedIn: false, headers: ("Accept", accept));
        ((int)answer.StatusCode).ShouldBe(401);
    }

    [Theory]
    [InlineData("/nowhere")]
    [InlineData("/api/nowhere/v1/people")]
    public async Task Should_answer_a_program_with_a_problem(string path)
    {
        using var answer = await gateway.SendAsync(HttpMethod.Get, path, headers: ("Accept", "application/json"));

        ((int)answer.StatusCode).ShouldBe(404);
        answer.Content.Headers.ContentType?.MediaType.ShouldBe("application/problem+json");
    }
}
