using Cnaim.Servers;
using Shouldly;

namespace Cnaim.Launcher.Tests.Platform;

public sealed class When_a_service_is_given_settings
{
    private static readonly HostProgram[] Hosts = [new("social-security", "/app/Cnaim.SocialSecurity.dll"), new("subscriptions", "/app/Cnaim.Subscriptions.dll")];

    [Fact]
    public void Should_give_each_its_own_and_leave_out_what_is_empty_or_not_meant()
    {
        var given = GivenSettings.Of(
            new Dictionary<string, string>
            {
                ["CNAIM_SET__subscriptions__Mail__Host"] = "mail.example.org",
                ["CNAIM_SET__subscriptions__Mail__Port"] = "2525",
                ["CNAIM_SET__subscriptions__Mail__User"] = "",
                ["CNAIM_SET__social_security__Office__External__cnaim-lisboa"] = "agency",
                ["PATH"] = "/bin",
            },
            Hosts);

        given.Keys.ShouldBe(["subscriptions", "social-security"], ignoreOrder: true);
        given["subscriptions"].ShouldBe(new Dictionary<string, string> { ["Mail__Host"] = "mail.example.org", ["Mail__Port"] = "2525" }, ignoreOrder: true);
        given["social-security"]["Office__External__cnaim-lisboa"].ShouldBe("agency");
    }

    [Theory]
    [InlineData("CNAIM_SET__subscription__Mail__Host", "social-security, subscriptions")]
    [InlineData("CNAIM_SET__subscriptions", "CNAIM_SET__subscriptions__Mail__Host")]
    [InlineData("CNAIM_SET__subscriptions__", "CNAIM_SET__subscriptions__Mail__Host")]
    public void Should_refuse_a_name_that_means_nothing(string name, string help)
    {
        var refused = Should.Throw<LauncherException>(() => GivenSettings.Of(new Dictionary<string, string> { [name] = "x" }, Hosts));

        refused.Problem.ShouldBe(LauncherProblem.Usage);
        refused.Message.ShouldContain(help);
    }

    /// <summary>The broker in a container checks partners' tokens as the private one does.</summary>
    [Fact]
    public void Should_find_the_same_settings_of_partners_in_a_container()
    {
        var inContainer = File.ReadAllText(Path.Combine(Repository.Find(), "deploy", "compose", "rabbitmq", "advanced.config"));

        inContainer.Trim().ShouldBe(PartnerTokens.Settings(new Uri("http://identity:8080/.well-known/jwks.json")).Trim());
    }
}
