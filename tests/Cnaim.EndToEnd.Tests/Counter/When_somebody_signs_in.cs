using System.Net;
using Microsoft.Playwright;

namespace Cnaim.EndToEnd.Tests.Counter;

public sealed class When_somebody_signs_in(PlatformFixture fixture, Browser browser)
{
    private readonly Desks _desks = new(fixture.Platform, browser);

    [Fact]
    public async Task Should_say_beside_each_field_what_is_missing()
    {
        var page = await _desks.OpenAsync();
        await page.GotoAsync("/account/sign-in");
        await page.ShouldBeAccessibleAsync();

        await page.ContinueAsync();

        await page.GetByRole(AriaRole.Link, new() { Name = "Indique o utilizador" }).ClickAsync();
        (await page.GetByLabel("Utilizador").EvaluateAsync<bool>("field => field === document.activeElement")).ShouldBeTrue();
        (await page.TitleAsync()).ShouldStartWith("Erro:");
        await page.ShouldBeAccessibleAsync();
    }

    [Theory]
    [InlineData("demo-auditor", "a wrong password here")]
    [InlineData("nobody-of-that-name", "a wrong password here")]
    public async Task Should_use_the_same_words_for_whatever_is_wrong(string account, string password)
    {
        var page = await _desks.OpenAsync();
        await page.GotoAsync("/account/sign-in");
        await page.EnterAsync("Utilizador", account);
        await page.EnterAsync("Palavra-passe", password);
        await page.ContinueAsync();

        await page.SeeAsync("O utilizador, a palavra-passe ou o código não está certo, ou a conta está bloqueada.");
    }

    [Fact]
    public async Task Should_come_back_to_the_page_that_was_asked_for_and_to_none_elsewhere()
    {
        var page = await _desks.OpenAsync();
        await page.GotoAsync("/referrals?direction=sent");
        page.Url.ShouldContain("/account/sign-in?returnTo=");
        await page.EnterAsync("Utilizador", "demo-education");
        await page.EnterAsync("Palavra-passe", _desks.Password);
        await page.ContinueAsync();
        await page.EnterAsync("Código", _desks.Code);
        await page.ContinueAsync();

        new Uri(page.Url).PathAndQuery.ShouldBe("/referrals?direction=sent");
        await page.PressAsync("Terminar sessão");
        await page.HeadingAsync("Entrar");
        await page.GotoAsync("/referrals");
        page.Url.ShouldContain("/account/sign-in");
    }

    [Fact]
    public async Task Should_take_no_form_that_another_site_made()
    {
        var page = await _desks.AtAsync("demo-mediator");
        var cookies = string.Join("; ", (await page.Context.CookiesAsync()).Select(cookie => cookie.Name + "=" + cookie.Value));
        using var client = new HttpClient { BaseAddress = fixture.Platform.Demo.Gateway };

        (await PostAsync(site: null)).ShouldBe(HttpStatusCode.BadRequest); // knows no secret of the session
        (await PostAsync(site: "cross-site")).ShouldBe(HttpStatusCode.BadRequest);

        async Task<HttpStatusCode> PostAsync(string? site)
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, "/people/new") { Content = new FormUrlEncodedContent([new("GivenNames", "Alecrim-do-norte")]) };
            request.Headers.Add("Cookie", cookies);
            if (site is not null)
            {
                request.Headers.Add("Sec-Fetch-Site", site);
            }

            using var answer = await client.SendAsync(request, TestContext.Current.CancellationToken);
            return answer.StatusCode;
        }
    }
}
