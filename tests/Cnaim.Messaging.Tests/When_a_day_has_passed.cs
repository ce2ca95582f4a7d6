using System.Text;
using Cnaim.Messaging.Retention;
using Cnaim.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace Cnaim.Messaging.Tests;

public sealed class When_a_day_has_passed(RealServers servers)
{
    [Fact]
    public async Task Should_look_once_for_what_is_kept_too_long()
    {
        var records = new Waiting();
        using var lent = await servers.LendOfficeAsync();
        await using var office = await TestOffice.StartAsync(lent.Code, await servers.CreateDatabaseAsync(), lent.BrokerUrl, builder => builder.Services.AddScoped<IRetainRecords>(_ => records));
        var runner = office.App.Services.GetRequiredService<RetentionRunner>();

        (await runner.RunDueAsync(TestContext.Current.CancellationToken)).ShouldBeFalse("a service that did nothing yet has nothing to look for");
        await using (var begin = office.Database.CreateCommand("""
            INSERT INTO audit_entry (at, subject, office, centre, role, action, record_kind, record_id)
            VALUES (now() - interval '25 hours', 'a', 'a', '', 'service', 'begun', 'test', '1')
            """))
        {
            await begin.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
        }

        (await runner.RunDueAsync(TestContext.Current.CancellationToken)).ShouldBeTrue();
        (await runner.RunDueAsync(TestContext.Current.CancellationToken)).ShouldBeFalse();
        records.Batches.ShouldBe([RetentionJob.BatchSize, 20]);
        (await office.ScalarAsync<long>("SELECT count(*) FROM audit_entry WHERE action = 'retention.erased' AND subject = office")).ShouldBe(2);
    }

    [Theory]
    [InlineData("legal-support", 240)]
    [InlineData("housing", 60)]
    public void Should_take_a_term_for_the_service_before_one_for_all(string service, int months)
    {
        using var json = new MemoryStream(Encoding.UTF8.GetBytes("""
            { "rules": [
              { "category": "cases", "offices": [], "months": 60, "legalBasis": "a", "assumed": true },
              { "category": "cases", "offices": ["legal-support"], "months": 240, "legalBasis": "b", "assumed": false } ] }
            """));

        var rules = RetentionRules.Read(json, service);

        rules.Find("cases")!.Months.ShouldBe(months);
        rules.Find("boards").ShouldBeNull();
    }

    private sealed class Waiting : IRetainRecords
    {
        private int _left = RetentionJob.BatchSize + 20;

        public List<int> Batches { get; } = [];

        public string Category => "cases";

        public Task<RetentionCount> CountAsync(DateTimeOffset endedBefore, CancellationToken cancellationToken) => Task.FromResult(new RetentionCount(_left, 0));

        public Task<int> EraseAsync(Guid runId, DateTimeOffset endedBefore, int limit, CancellationToken cancellationToken)
        {
            var erased = Math.Min(limit, _left);
            _left -= erased;
            Batches.Add(erased);
            return Task.FromResult(erased);
        }
    }
}
