using Cnaim.Gateway.Tokens;
using Cnaim.ServiceDefaults.Authentication;
using Cnaim.Testing.Edge;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Cnaim.Gateway.Tests;

/// <summary>Kept tokens are used only while somebody can say whose rights have changed.</summary>
public sealed class When_identity_is_silent : IAsyncLifetime
{
    private readonly ManualClock _clock = new();
    private readonly ServiceProvider _services = new ServiceCollection().AddHttpClient().BuildServiceProvider();
    private Issuer _issuer = null!;
    private InternalTokens _tokens = null!;

    public async ValueTask InitializeAsync()
    {
        _issuer = await Issuer.StartAsync();
        var identity = Options.Create(new IdentityOptions { Client = { Id = "gateway", Secret = "test" } });
        var configuration = new ConfigurationBuilder().AddInMemoryCollection([new("Services:identity:Http", _issuer.Address)]).Build();
        _tokens = new InternalTokens(new TokenEndpoint(_services.GetRequiredService<IHttpClientFactory>(), identity, configuration), _clock);
    }

    public async ValueTask DisposeAsync()
    {
        await _issuer.DisposeAsync();
        await _services.DisposeAsync();
    }

    [Fact]
    public async Task Should_exchange_for_each_request_until_it_knows_the_changes()
    {
        var proof = new CallerProof(_issuer.Issue(), SubjectTokenType.AccessToken);
        await AskAsync(proof);
        await AskAsync(proof);
        _issuer.Exchanges.ShouldBe(2);
        _tokens.Confirm([]);
        await AskAsync(proof);
        await AskAsync(proof);
        _issuer.Exchanges.ShouldBe(3);
    }

    [Fact]
    public async Task Should_use_nothing_kept_after_five_seconds_without_word()
    {
        var proof = new CallerProof(_issuer.Issue(), SubjectTokenType.AccessToken);
        _tokens.Confirm([]);
        await AskAsync(proof);
        _clock.Pass(TimeSpan.FromSeconds(4.9));
        await AskAsync(proof);
        _issuer.Exchanges.ShouldBe(1);
        _clock.Pass(TimeSpan.FromSeconds(0.2));
        _issuer.ExchangeError = "invalid_grant";
        await Should.ThrowAsync<TokenRefusedException>(() => AskAsync(proof));
        _tokens.Confirm([]);
        await Should.ThrowAsync<TokenRefusedException>(() => AskAsync(proof));
    }

    [Fact]
    public async Task Should_keep_a_token_for_a_minute_at_most()
    {
        var proof = new CallerProof(_issuer.Issue(), SubjectTokenType.AccessToken);
        for (var second = 0; second < 63; second += 3)
        {
            _tokens.Confirm([]);
            await AskAsync(proof);
            _clock.Pass(TimeSpan.FromSeconds(3));
        }

        _issuer.Exchanges.ShouldBe(2);
    }

    private async Task AskAsync(CallerProof proof) => await _tokens.GetAsync(proof, "health", null, null, TestContext.Current.CancellationToken);

    private sealed class ManualClock : TimeProvider
    {
        private long _ticks = DateTimeOffset.UtcNow.Ticks;

        public override long TimestampFrequency => TimeSpan.TicksPerSecond;

        public void Pass(TimeSpan time) => _ticks += time.Ticks;

        public override long GetTimestamp() => _ticks;

        public override DateTimeOffset GetUtcNow() => new(_ticks, TimeSpan.Zero);
    }
}
