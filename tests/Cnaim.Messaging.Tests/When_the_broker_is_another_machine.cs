using Microsoft.Extensions.Configuration;

namespace Cnaim.Messaging.Tests;

public sealed class When_the_broker_is_another_machine
{
    [Theory]
    [InlineData("amqp://health:secret@127.0.0.1:5672/cnaim", false, 5672)]
    [InlineData("amqp://health:secret@localhost/cnaim", false, 5672)]
    [InlineData("amqps://health:secret@broker.example/cnaim", false, 5671)]
    [InlineData("amqp://health:secret@rabbitmq/cnaim", true, 5672)]
    public void Should_be_reached_encrypted_or_where_it_is_allowed(string url, bool isAllowed, int port) => Options(url, isAllowed).Port.ShouldBe(port);

    [Theory]
    [InlineData("amqp://health:secret@broker.example/cnaim")]
    [InlineData("amqp://health:secret@10.0.0.5:5672/cnaim")]
    public void Should_not_be_reached_in_clear_text(string url)
    {
        var refusal = Should.Throw<InvalidOperationException>(() => Options(url, isAllowed: false));

        refusal.Message.ShouldStartWith("Broker__Url leads to another machine in clear text");
        refusal.Message.ShouldNotContain("secret");
    }

    private static MessagingOptions Options(string url, bool isAllowed) => new(new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>(StringComparer.Ordinal)
    {
        ["Broker:Url"] = url,
        ["Broker:AllowRemoteClearText"] = isAllowed ? "true" : "false",
    }).Build());
}
