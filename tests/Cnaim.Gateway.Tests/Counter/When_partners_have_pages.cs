namespace Cnaim.Gateway.Tests.Counter;

/// <summary>S28: whoever is no partner's developer finds no page of theirs, and no call leaves for it.</summary>
public sealed class When_partners_have_pages(GatewayUnderTest gateway)
{
    [Theory]
    [InlineData("mediator")]
    [InlineData("office-agent")]
    [InlineData("coordinator")]
    [InlineData("administrator")]
    [InlineData("auditor")]
    public async Task Should_not_be_there_for_staff(string role)
    {
        var (desk, id) = (new PageClient(gateway, role), Guid.NewGuid());
        foreach (var path in (string[])
        [
            "", "/inbox", "/endpoints", "/endpoints/new", $"/endpoints/{id}", $"/endpoints/{id}/change", $"/endpoints/{id}/log", $"/endpoints/{id}/log/{id}", $"/endpoints/{id}/remove",
            $"/endpoints/{id}/replay", $"/endpoints/{id}/secret", "/failing", "/credentials", "/credentials/remove?keyId=x", "/credentials/secret", "/agreement", "/agreement/change", "/usage",
        ])
        {
            (await desk.GetAsync("/partners" + path)).Status.ShouldBe(404, path);
        }

        gateway.Upstream.Requests.ShouldNotContain(request => request.Path.Contains(id.ToString(), StringComparison.Ordinal));
    }

    /// <summary>Whoever is no member of staff is not even shown a form.</summary>
    [Theory]
    [InlineData("/people/search")]
    [InlineData("/people/new")]
    [InlineData("/counter?change=true")]
    [InlineData("/reception")]
    [InlineData("/referrals")]
    [InlineData("/audit")]
    [InlineData("/admin")]
    [InlineData("/operations")]
    public async Task Should_be_all_that_a_partner_has(string path)
    {
        var developer = new PageClient(gateway, "partner-developer:one");

        (await developer.GetAsync(path)).Status.ShouldBe(404);
        (await developer.GetAsync("/")).Status.ShouldBe(200);
        (await developer.GetAsync("/ui-kit")).Status.ShouldBe(200);
    }
}
