using System.Net.Http.Json;
using Cnaim.Testing;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace Cnaim.Messaging.Tests;

/// <summary>An office with the three roles that the launcher gives it, alone on its database.</summary>
internal sealed class AuditedOffice : IAsyncDisposable
{
    private readonly LentOffice _lent;

    private AuditedOffice(LentOffice lent, LentOffice receiver, OfficeAccounts accounts)
    {
        (_lent, Receiver, Accounts) = (lent, receiver, accounts);
        Owner = NpgsqlDataSource.Create(accounts.Owner);
    }

    public string Code => _lent.Code;

    public LentOffice Receiver { get; }

    public OfficeAccounts Accounts { get; }

    /// <summary>The attacker: whoever holds the owner's secret.</summary>
    public NpgsqlDataSource Owner { get; }

    public TestOffice Office { get; private set; } = null!;

    public SteppingClock Clock { get; } = new();

    public static async Task<AuditedOffice> StartAsync(RealServers servers)
    {
        var audited = new AuditedOffice(await servers.LendOfficeAsync(), await servers.LendOfficeAsync(), await servers.CreateAccountsAsync());
        await audited.StartOfficeAsync();
        return audited;
    }

    public async Task StartOfficeAsync() => Office = await TestOffice.StartAsync(Code, Accounts, _lent.BrokerUrl, builder => builder.Services.AddSingleton<TimeProvider>(Clock));

    public async Task<HttpResponseMessage> PostAsync(string? key = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/requests") { Content = JsonContent.Create(new ProbeRequest(Guid.CreateVersion7(), Code, Receiver.Code)) };
        request.Headers.Add("Idempotency-Key", key ?? Guid.NewGuid().ToString());
        return await Office.Client.SendAsync(request);
    }

    /// <summary>Writes some entries and waits until all are sealed.</summary>
    public async Task WriteAsync(int count)
    {
        for (var index = 0; index < count; index++)
        {
            (await PostAsync()).EnsureSuccessStatusCode().Dispose();
        }

        await SealedAsync();
    }

    public Task SealedAsync() => Eventually.Async(async () => await UnsealedAsync() == 0, "all entries sealed");

    public Task<long> UnsealedAsync() => Office.ScalarAsync<long>("SELECT count(*) FROM audit_entry AS a WHERE NOT EXISTS (SELECT 1 FROM audit_seal AS s WHERE s.entry_id = a.entry_id)");

    public Task<AuditReport> VerifyAsync(params KeptHead[] kept) =>
        AuditVerifier.VerifyAsync(Code, Accounts.Sealer, kept, null, TestContext.Current.CancellationToken);

    public async Task<KeptHead> KeepAsync()
    {
        var report = await VerifyAsync();
        report.IsIntact.ShouldBeTrue();
        return new KeptHead(report.Seals, report.Head, DateTimeOffset.UtcNow);
    }

    /// <summary>As the table's owner.</summary>
    public async Task ExecuteAsync(string sql)
    {
        await using var command = Owner.CreateCommand(sql);
        await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
    }

    /// <summary>As the table's owner, with every protection of the table switched off.</summary>
    public async Task AttackAsync(string sql)
    {
        await using var command = Owner.CreateCommand($"ALTER TABLE audit_entry DISABLE TRIGGER USER; ALTER TABLE audit_seal DISABLE TRIGGER USER; {sql}; ALTER TABLE audit_entry ENABLE TRIGGER USER; ALTER TABLE audit_seal ENABLE TRIGGER USER");
        await command.ExecuteNonQueryAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await Office.DisposeAsync();
        await Owner.DisposeAsync();
        _lent.Dispose();
        Receiver.Dispose();
    }
}
