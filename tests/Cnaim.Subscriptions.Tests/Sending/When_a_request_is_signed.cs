using System.Text;
using Cnaim.Subscriptions.Sending;

namespace Cnaim.Subscriptions.Tests.Sending;

/// <summary>Standard Webhooks 1.0.0, by its own vector and by its own library.</summary>
public sealed class When_a_request_is_signed
{
    private const string VectorSecret = "MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
    private const string VectorId = "msg_p5jXN8AQM9LWM0D4loKWxJek";
    private const string VectorBody = "{\"test\": 2432232314}";

    [Fact]
    public void Should_equal_the_vector_of_the_specification() =>
        SignWebhook.Sign(VectorId, DateTimeOffset.FromUnixTimeSeconds(1614265330), Encoding.UTF8.GetBytes(VectorBody), [Convert.FromBase64String(VectorSecret)])
            .ShouldBe("v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=");

    [Fact]
    public async Task Should_pass_the_library_and_nothing_altered_should()
    {
        var now = TimeProvider.System.GetUtcNow();
        var (secret, former) = (SigningSecret.Create(), SigningSecret.Create());
        var (good, text) = (Signed(secret, now), SigningSecret.Text(secret));
        var both = Signed(now, [SigningSecret.Create(), secret]);

        var verdicts = await StandardLibrary.VerifyAsync(
            (text, good, VectorBody),
            (text, both, VectorBody),
            (text, good, VectorBody + " "),
            (text, Changed(good, "webhook-id", "msg_other"), VectorBody),
            (text, Changed(good, "webhook-timestamp", SignWebhook.Timestamp(now.AddSeconds(1))), VectorBody),
            (text, Signed(secret, now.AddMinutes(-6)), VectorBody),
            (text, Signed(secret, now.AddMinutes(6)), VectorBody),
            (text, Changed(good, "webhook-signature", good["webhook-signature"].Replace("v1,", "v0,", StringComparison.Ordinal)), VectorBody),
            (SigningSecret.Text(former), good, VectorBody));

        verdicts.Take(2).ShouldAllBe(verdict => string.Equals(verdict, "ok", StringComparison.Ordinal));
        verdicts.Skip(2).Count(verdict => verdict is not "ok").ShouldBe(7, string.Join('\n', verdicts));
    }

    [Fact]
    public void Should_make_secrets_of_32_bytes() => SigningSecret.Text(SigningSecret.Create()).ShouldMatch("^whsec_[A-Za-z0-9+/]{43}=$");

    private static Dictionary<string, string> Signed(byte[] secret, DateTimeOffset at) => Signed(at, [secret]);

    private static Dictionary<string, string> Signed(DateTimeOffset at, byte[][] secrets) => new(StringComparer.Ordinal)
    {
        ["webhook-id"] = VectorId,
        ["webhook-timestamp"] = SignWebhook.Timestamp(at),
        ["webhook-signature"] = SignWebhook.Sign(VectorId, at, Encoding.UTF8.GetBytes(VectorBody), secrets),
    };

    private static Dictionary<string, string> Changed(Dictionary<string, string> headers, string name, string value) => new(headers, StringComparer.Ordinal) { [name] = value };
}
