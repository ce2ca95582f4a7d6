using System.Collections.Concurrent;
using System.Text;
using Cnaim.Testing;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Logging;

namespace Cnaim.Messaging.Tests;

public sealed class When_a_handler_fails_with_personal_data(RealServers servers)
{
    private const string Seed = "Xiomara Seeded-Name, born 1990-02-31";

    [Fact]
    public async Task Should_write_its_text_to_no_log_and_no_header()
    {
        using var logs = new LogTrap();
        await using var pair = await OfficePair.CreateAsync(servers);
        await pair.StartSenderAsync(logs.Join);
        await pair.StartReceiverAsync(logs.Join);
        pair.Behaviour.BeforeApply = _ => throw new InvalidOperationException(Seed, new FormatException(Seed));
        await pair.RequestAsync(Guid.CreateVersion7());

        await Eventually.Async(async () => await BrokerTools.CountAsync(servers.BrokerAdmin, pair.ReceiverCode + "_error") == 1, "one error");

        var moved = await BrokerTools.GetAsync(servers.BrokerAdmin, pair.ReceiverCode + "_error");
        string.Join('\n', moved!.BasicProperties.Headers!.Select(header => $"{header.Key}: {(header.Value is byte[] bytes ? Encoding.UTF8.GetString(bytes) : header.Value)}"))
            .ShouldNotContain("Seeded");
        await Eventually.Async(() => Task.FromResult(logs.Lines.Any(line => line.Contains("Moved pt.cnaim.command.request-referral", StringComparison.Ordinal))), "the kit's own line");
        logs.Lines.ShouldAllBe(line => !line.Contains("Seeded"));
        (await pair.Receiver.ScalarAsync<string>("SELECT string_agg(f::text, ' ') FROM messaging.failed AS f")).ShouldNotContain("Seeded");
    }

    /// <summary>Everything that anybody logs at any level, exceptions included.</summary>
    private sealed class LogTrap : ILoggerProvider, ILogger
    {
        public ConcurrentQueue<string> Lines { get; } = [];

        public void Join(WebApplicationBuilder builder) => builder.Logging.AddProvider(this).SetMinimumLevel(LogLevel.Trace);

        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            Lines.Enqueue($"{formatter(state, exception)} {exception}");

        public void Dispose()
        {
            // Holds nothing.
        }
    }
}
