using Cnaim.Subscriptions.Events;
using Cnaim.Subscriptions.Mailing;
using Cnaim.Subscriptions.Queues;
using Dapper;

namespace Cnaim.Subscriptions.Tests.Service;

/// <summary>Each kind of work has a turn of its own: comparing queues asks other machines while it holds its turn, and mail must not wait for them.</summary>
public sealed class When_work_takes_turns(Installation here) : IClassFixture<Installation>
{
    [Fact]
    public async Task Should_keep_nobody_from_other_work()
    {
        await here.StopServiceAsync();
        try
        {
            await using var queues = await here.Database.OpenConnectionAsync(Calls.Cancelled);
            (await queues.ExecuteScalarAsync<bool>(QueueSql.TakeTurn)).ShouldBeTrue();
            (await here.ScalarAsync<bool>(QueueSql.TakeTurn)).ShouldBeFalse("one at a time");
            (await here.ScalarAsync<bool>(MailSql.TakeTurn)).ShouldBeTrue();
            await using var log = await here.Database.OpenConnectionAsync(Calls.Cancelled);
            await log.ExecuteAsync(new CommandDefinition(EventSql.TakeTurn, commandTimeout: 5, cancellationToken: Calls.Cancelled));
            await queues.ExecuteAsync(QueueSql.EndTurn);
        }
        finally
        {
            await here.StartServiceAsync();
        }
    }
}
