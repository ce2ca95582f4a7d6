using Cnaim.Offices.Tests.Support;
using Cnaim.Reception;
using Npgsql;

namespace Cnaim.Offices.Tests.Schema;

/// <summary>What no code may write: the database is the last to refuse it.</summary>
public sealed class When_the_schema_is_asked(OfficeNetwork network)
{
    private const string Sent = """
        INSERT INTO referral_sent (
            referral_id, centre, person_ref, request, issues, priority, categories, last_verb, status, status_reason, created_at, updated_at)
        VALUES (gen_random_uuid(), 'cnaim-lisboa', 'p', 'tax.nif', '{}', 'routine', '{}', 'created', @status, @reason, now(), now())
        """;

    [Theory]
    [InlineData("SELECT 'sent'::referral_status")]
    [InlineData("SELECT 'draft'::fulfilment_status")]
    [InlineData("SELECT 'soon'::referral_priority")]
    [InlineData("SELECT 'middle'::referral_side")]
    [InlineData("SELECT 'remind-75'::deadline_kind")]
    [InlineData("SELECT 'lost'::case_state")]
    [InlineData("SELECT 0::messaging.version")]
    [InlineData("SELECT decode(repeat('00', 65537), 'hex')::messaging.body")]
    [InlineData("SELECT ''::messaging.idempotency_key")]
    public async Task Should_refuse_a_value_outside_its_domain(string sql) => (await RefusalAsync(sql)).ShouldBe(PostgresErrorCodes.CheckViolation);

    [Theory]
    [InlineData("requested", null)]
    [InlineData("completed", null)]
    [InlineData("cancelled", null)]
    public async Task Should_refuse_a_state_without_what_it_needs(string status, string? reason) =>
        (await RefusalAsync(Sent, ("status", status), ("reason", (object?)reason ?? DBNull.Value))).ShouldBe(PostgresErrorCodes.CheckViolation);

    [Fact]
    public async Task Should_take_a_draft_and_a_cancelled_one_with_its_reason()
    {
        (await RefusalAsync(Sent, ("status", "draft"), ("reason", DBNull.Value))).ShouldBeNull();
        (await RefusalAsync(Sent, ("status", "cancelled"), ("reason", "person-left"))).ShouldBeNull();
    }

    private async Task<string?> RefusalAsync(string sql, params (string Name, object Value)[] parameters)
    {
        var reception = await network.StartAsync<ReceptionService>("reception");
        try
        {
            await reception.ExecuteAsync(sql, parameters);
            return null;
        }
        catch (PostgresException refused)
        {
            return refused.SqlState;
        }
    }
}
