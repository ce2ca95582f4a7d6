using System.Net;
using Cnaim.Testing;

namespace Cnaim.Messaging.Tests;

public sealed class When_something_is_written(RealServers servers)
{
    [Theory]
    [InlineData("/requests")]
    [InlineData("/requests/stepwise")]
    public async Task Should_write_state_audit_event_and_outbox_row_in_one_transaction(string path)
    {
        await using var pair = await OfficePair.CreateAsync(servers);
        await pair.StartSenderAsync(WithoutRelay);
        var stream = Guid.CreateVersion7();

        using var answer = await pair.PostAsync(path, stream);

        answer.StatusCode.ShouldBe(HttpStatusCode.Created);
        (await Oracle.IsOneTransactionAsync(pair.Sender, stream)).ShouldBeTrue();
        (await Oracle.TornAsync(pair.Sender)).ShouldBe(0);
    }

    [Fact]
    public async Task Should_write_nothing_when_the_outbox_cannot_be_written()
    {
        await using var pair = await OfficePair.CreateAsync(servers);
        await pair.StartSenderAsync(WithoutRelay);
        await pair.Sender.ExecuteAsync("ALTER TABLE messaging.outbox ADD CONSTRAINT closed CHECK (false)");

        using var answer = await pair.PostAsync("/requests", Guid.CreateVersion7());

        answer.StatusCode.ShouldBe(HttpStatusCode.InternalServerError);
        (await pair.Sender.ScalarAsync<long>("SELECT (SELECT count(*) FROM probe_accepted) + (SELECT count(*) FROM audit_entry) + (SELECT count(*) FROM messaging.sent_event)")).ShouldBe(0);
    }

    [Fact]
    public async Task Should_apply_and_audit_in_one_transaction_at_the_receiver()
    {
        await using var pair = await OfficePair.StartAsync(servers);
        await pair.RequestAsync(Guid.CreateVersion7());

        await pair.WaitUntilAppliedAsync(1);

        (await pair.Receiver.ScalarAsync<bool>("SELECT l.xmin = a.xmin FROM apply_log AS l JOIN audit_entry AS a ON a.record_id = l.request_id::text")).ShouldBeTrue();
        (await pair.Receiver.ScalarAsync<bool>("SELECT l.xmin = i.xmin FROM apply_log AS l JOIN messaging.inbox AS i USING (message_id)")).ShouldBeTrue();
    }

    // The outbox row must still be there when the test looks.
    private static void WithoutRelay(Microsoft.AspNetCore.Builder.WebApplicationBuilder builder) => Relays.Remove(builder);
}
