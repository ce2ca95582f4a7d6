using System.Diagnostics;
using System.Net;
using Cnaim.ServiceDefaults.Tests.Support;
using Cnaim.Testing.Edge;
using Microsoft.AspNetCore.Builder;

namespace Cnaim.ServiceDefaults.Tests;

/// <summary>No name and no birth date leaves with the traces, wherever a source puts them.</summary>
[Collection(nameof(When_spans_leave))]
[CollectionDefinition(nameof(When_spans_leave), DisableParallelization = true)]
public sealed class When_spans_leave : IAsyncLifetime
{
    private const string Name = "Quitéria";
    private const string Birth = "1987-05-23";
    private readonly string _reference = Guid.NewGuid().ToString();
    private TelemetryReceiver? _receiver;

    public async ValueTask InitializeAsync()
    {
        _receiver = await TelemetryReceiver.StartAsync();
        Environment.SetEnvironmentVariable("OTEL_EXPORTER_OTLP_ENDPOINT", _receiver.Address);
        Environment.SetEnvironmentVariable("OTEL_EXPORTER_OTLP_PROTOCOL", "http/protobuf");
    }

    public async ValueTask DisposeAsync()
    {
        Environment.SetEnvironmentVariable("OTEL_EXPORTER_OTLP_ENDPOINT", null);
        Environment.SetEnvironmentVariable("OTEL_EXPORTER_OTLP_PROTOCOL", null);
        await _receiver!.DisposeAsync();
    }

    [Fact]
    public async Task Should_leave_names_and_birth_dates_behind()
    {
        await PlayAsync();

        _receiver!.Text.ShouldNotContain(Name);
        _receiver.Text.ShouldNotContain(Uri.EscapeDataString(Name));
        _receiver.Text.ShouldNotContain(Birth);
    }

    [Fact]
    public async Task Should_still_tell_what_happened_where()
    {
        await PlayAsync();

        foreach (var told in (string[])["http.response.status_code", "db.system.name", "messaging.destination.name", "exception.type", "System.InvalidOperationException"])
        {
            _receiver!.Text.ShouldContain(told);
        }
    }

    /// <summary>One request that carries both everywhere, and the kinds of spans that a service makes of it.</summary>
    private async Task PlayAsync()
    {
        await using var issuer = await Issuer.StartAsync();
        await using var service = await SampleService.StartAsync(issuer);
        service.App.Map("/v1/people/{name}", async (string name, IHttpClientFactory clients) =>
        {
            using var client = clients.CreateClient();
            using var found = await client.GetAsync($"{service.App.Urls.Single()}/v1/samples/{_reference}?born={Birth}&name={name}");
            await Should.ThrowAsync<HttpRequestException>(() => client.GetAsync($"http://{name}.invalid/{Birth}"));
            PlaySources();
            throw new InvalidOperationException($"{name}, born {Birth}");
        }).AllowAnonymous();

        using var request = new HttpRequestMessage(HttpMethod.Get, $"/v1/people/{Name}?born={Birth}");
        request.Headers.UserAgent.ParseAdd("Agent/" + Birth);
        request.Headers.TryAddWithoutValidation("traceparent", $"00-{ActivityTraceId.CreateRandom()}-{ActivitySpanId.CreateRandom()}-01");
        request.Headers.TryAddWithoutValidation("tracestate", "born=" + Birth);
        using var answer = await service.Client.SendAsync(request, TestContext.Current.CancellationToken);
        answer.StatusCode.ShouldBe(HttpStatusCode.InternalServerError);
    }

    // What Npgsql and MassTransit write when a command or a message fails.
    private static void PlaySources()
    {
        using var database = new ActivitySource("Npgsql");
        using (var span = database.StartActivity("cnaim", ActivityKind.Client, default(ActivityContext), links: [new ActivityLink(default, new ActivityTagsCollection { ["name"] = Name })]))
        {
            span!.SetTag("db.system.name", "postgresql").SetTag("db.query.text", $"SELECT '{Name}'").SetTag("db.statement", $"SELECT '{Birth}'");
            span.AddEvent(new ActivityEvent("exception", tags: new ActivityTagsCollection { ["exception.type"] = "Npgsql.PostgresException", ["exception.message"] = Name, ["exception.stacktrace"] = Birth }));
            span.SetStatus(ActivityStatusCode.Error, Name);
        }

        using var bus = new ActivitySource("MassTransit");
        using var message = bus.StartActivity("health receive", ActivityKind.Consumer);
        message!.SetTag("messaging.destination.name", "health").SetTag("name", Name).AddBaggage("born", Birth);
        message.AddException(new InvalidOperationException(Name));
    }
}
