using Cnaim.Offices.Tests.Support;
using Cnaim.Reception;
using Npgsql;

namespace Cnaim.Offices.Tests.Schema;

/// <summary>What no code may write: the database is the last to refuse it.</summary>
public sealed class When_the_schema_is_asked(OfficeNetwork network)
{
    private const string Insert = """
        INSERT INTO referral_sent (
            referral_id, centre, person_ref, request, issues, priority, categories, last_verb, status, status_reason, created_at, updated_at)
        VALUES (gen_random_uuid(), 'cnaim-lisboa', 'p', 'tax.nif', '{}', @priority, '{}', 'created', @status, @reason, now(), now())
        """;

    [Theory]
    [InlineData("sent", "routine", null)]
    [InlineData("draft", "soon", null)]
    [InlineData("requested", "routine", null)]
    [InlineData("completed", "routine", null)]
    [InlineData("cancelled", "routine", null)]
    public async Task Should_refuse_a_referral_that_cannot_be(string status, string priority, string? reason) =>
        (await RefusalAsync(status, priority, reason)).ShouldBe(PostgresErrorCodes.CheckViolation);

    [Fact]
    public async Task Should_take_a_draft_and_a_cancelled_one_with_its_reason()
    {
        (await RefusalAsync("draft", "routine", null)).ShouldBeNull();
        (await RefusalAsync("cancelled", "routine", "person-left")).ShouldBeNull();
    }

    private async Task<string?> RefusalAsync(string status, string priority, string? reason)
    {
        var reception = await network.StartAsync<ReceptionService>("reception");
        try
        {
            await reception.ExecuteAsync(Insert, ("status", status), ("priority", priority), ("reason", reason ?? (object)DBNull.Value));
            return null;
        }
        catch (PostgresException refused)
        {
            return refused.SqlState;
        }
    }
}
