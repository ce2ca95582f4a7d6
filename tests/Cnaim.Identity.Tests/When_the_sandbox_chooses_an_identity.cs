
namespace Cnaim.Identity.Tests;

[Collection(nameof(SharedIdentity))]
public sealed class When_the_sandbox_chooses_an_identity(SharedIdentity identity)
{
    private const string Basic = "sandbox:" + IdentityUnderTest.SandboxSecret;

    [Theory]
    [InlineData("office=health&centre=cnaim-lisboa", "demo:office-agent:health@cnaim-lisboa", "office-agent")]
    [InlineData("office=reception&centre=claim-abrantes&role=coordinator", "demo:coordinator:reception@claim-abrantes", "coordinator")]
    [InlineData("office=tax&centre=cnaim-faro&desk=7", "demo:office-agent:tax@cnaim-faro/7", "office-agent")]
    public async Task Should_give_it_a_token_for_that_identity(string choice, string subject, string role)
    {
        var json = await (await identity.Client.AskAsync(Basic, "grant_type=client_credentials&" + choice)).JsonAsync(200);
        var token = await identity.Client.ReadTokenAsync(json.GetProperty("access_token").GetString()!);
        token.IsValid.ShouldBeTrue();
        (token.Claims["sub"], token.Claims["role"]).ShouldBe((subject, role));
    }

    [Theory]
    [InlineData("")]
    [InlineData("office=health")]
    [InlineData("office=identity&centre=cnaim-lisboa")]
    [InlineData("office=health&centre=cnaim-atlantis")]
    [InlineData("office=health&centre=cnaim-lisboa&role=service")]
    [InlineData("office=health&centre=cnaim-lisboa&role=king")]
    [InlineData("office=health&centre=cnaim-lisboa&desk=A%0Ab")]
    public async Task Should_refuse_what_does_not_exist(string choice) =>
        await (await identity.Client.AskAsync(Basic, "grant_type=client_credentials&" + choice)).ShouldRefuseAsync(400, "invalid_request");
}
