using System.Net;
using System.Net.Http.Json;
using System.Text;
using Cnaim.Testing;
using Npgsql;

namespace Cnaim.Messaging.Tests;

public sealed class When_a_commit_goes_astray(RealServers servers)
{
    [Theory]
    [InlineData("/requests", "INSERT INTO messaging.outbox")] // One round trip: its end is the commit.
    [InlineData("/requests/stepwise", "COMMIT")]
    public async Task Should_write_one_row_when_the_client_asks_again_with_the_same_key(string path, string lastWords)
    {
        using var lent = await servers.LendOfficeAsync();
        var database = new NpgsqlConnectionStringBuilder(await servers.CreateDatabaseAsync());
        await using var wire = new TcpProxy(database.Host!, database.Port);
        (database.Host, database.Port) = ("127.0.0.1", wire.Port);
        await using var office = await TestOffice.StartAsync(lent.Code, database.ConnectionString, lent.BrokerUrl, Relays.Remove);
        var (request, key) = (new ProbeRequest(Guid.CreateVersion7(), lent.Code, lent.Code), Guid.NewGuid().ToString());
        wire.LosesAnswerTo = words => wire.Lost == 0 && words.Span.IndexOf(Encoding.UTF8.GetBytes(lastWords)) >= 0;

        using var first = await PostAsync(office, path, request, key);
        using var second = await PostAsync(office, path, request, key);

        wire.Lost.ShouldBe(1);
        first.StatusCode.ShouldBe(HttpStatusCode.InternalServerError);
        second.StatusCode.ShouldBe(HttpStatusCode.Created);
        (await office.ScalarAsync<long>("SELECT count(*) FROM probe_accepted")).ShouldBe(1);
        (await office.ScalarAsync<long>("SELECT count(*) FROM messaging.sent_event")).ShouldBe(1);
        (await office.ScalarAsync<Guid>("SELECT request_id FROM probe_accepted")).ShouldBe((await second.Content.ReadFromJsonAsync<ProbeAnswer>(TestContext.Current.CancellationToken))!.Id);
    }

    private static async Task<HttpResponseMessage> PostAsync(TestOffice office, string path, ProbeRequest request, string key)
    {
        using var message = new HttpRequestMessage(HttpMethod.Post, path) { Content = JsonContent.Create(request) };
        message.Headers.Add("Idempotency-Key", key);
        return await office.Client.SendAsync(message);
    }
}
