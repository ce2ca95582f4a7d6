using System.Net;
using Cnaim.Messaging;

namespace Cnaim.Identity.Tests;

/// <summary>Who gave whom which right is what an attacker would most like to change afterwards.</summary>
[Collection(nameof(StaffIdentity))]
public sealed class When_its_trail_is_sealed(StaffIdentity identity)
{
    private const string Unsealed = "SELECT count(*) FROM audit_entry AS a WHERE NOT EXISTS (SELECT FROM audit_seal AS s WHERE s.entry_id = a.entry_id)";

    [Fact]
    public async Task Should_chain_every_entry_and_find_one_that_was_altered()
    {
        await identity.SignInAsync("demo-mediator");
        await SealedAsync();
        (await VerifyAsync()).Findings.ShouldBeEmpty();

        const string Last = "SELECT max(entry_id) FROM audit_entry WHERE action = 'session.begun'";
        var role = await identity.SqlAsync($"SELECT role FROM audit_entry WHERE entry_id = ({Last})");
        await AlterAsync($"UPDATE audit_entry SET role = 'auditor' WHERE entry_id = ({Last})");
        try
        {
            (await VerifyAsync()).Findings.ShouldNotBeEmpty();
        }
        finally
        {
            await AlterAsync($"UPDATE audit_entry SET role = '{role}' WHERE entry_id = ({Last})");
        }

        (await VerifyAsync()).Findings.ShouldBeEmpty();
    }

    [Fact]
    public async Task Should_keep_what_was_refused()
    {
        const string Denied = "SELECT count(*) FROM audit_entry WHERE action = 'access.denied' AND record_id = 'Keys_Rotate' AND role = 'reception'";
        var before = (long)(await identity.SqlAsync(Denied))!;

        (await identity.SendAsync(await identity.TokenAsync("reception"), HttpMethod.Post, "/v1/keys/rotate")).StatusCode.ShouldBe(HttpStatusCode.Forbidden);

        (await identity.SqlAsync(Denied)).ShouldBe(before + 1);
        await SealedAsync();
    }

    private Task<AuditReport> VerifyAsync() => AuditVerifier.VerifyAsync("identity", identity.Database, [], progress: null, TestContext.Current.CancellationToken);

    // As who owns the table and has taken its guards away.
    private Task<object?> AlterAsync(string sql) => identity.SqlAsync(
        $"ALTER TABLE audit_entry DISABLE TRIGGER USER; {sql}; ALTER TABLE audit_entry ENABLE TRIGGER USER");

    private async Task SealedAsync()
    {
        while ((long)(await identity.SqlAsync(Unsealed))! > 0)
        {
            await Task.Delay(100, TestContext.Current.CancellationToken);
        }
    }
}
