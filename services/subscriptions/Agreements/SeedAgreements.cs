using System.Text.Json;
using Cnaim.Data.Migrations;
using Cnaim.Messaging;

namespace Cnaim.Subscriptions.Agreements;

/// <summary>Writes the agreements of <c>agreements.json</c> whose client has none yet; those of the sandbox exist there only. What is there stays: changes go through the API and two people.</summary>
internal sealed class SeedAgreements(IServiceScopeFactory scopes, SubscriptionsMode mode, DatabaseStart start) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await start.WaitAsync(stoppingToken);
        await using var file = File.OpenRead(Path.Combine(AppContext.BaseDirectory, "config", "subscriptions", "agreements.json"));
        var seeded = await JsonSerializer.DeserializeAsync<AgreementFile>(file, JsonSerializerOptions.Web, stoppingToken);
        foreach (var entry in seeded!.Agreements.Where(entry => !entry.SandboxOnly || mode.IsSandbox))
        {
            await SeedAsync(entry, stoppingToken);
        }
    }

    private async Task SeedAsync(SeededAgreement entry, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var (transaction, agreements, rules) = (
            scope.ServiceProvider.GetRequiredService<OfficeTransaction>(), scope.ServiceProvider.GetRequiredService<AgreementStore>(), scope.ServiceProvider.GetRequiredService<AgreementRules>());
        if (rules.Check(entry.Terms) is { } wrong)
        {
            throw new InvalidOperationException($"agreements.json, {entry.ClientId}: {string.Join(' ', (IEnumerable<string>)wrong.Extensions!["errors"]!)}");
        }

        // Version 0 is no agreement: one that is there is not touched.
        if (await agreements.SaveAsync(entry.ClientId, entry.Terms, baseVersion: 0, cancellationToken))
        {
            transaction.Audit(new AuditEntry { Action = "agreement.seeded", RecordKind = "agreement", RecordId = entry.ClientId });
            await transaction.CommitAsync(cancellationToken);
        }
    }

    private sealed record AgreementFile(IReadOnlyList<SeededAgreement> Agreements);

    private sealed record SeededAgreement(string ClientId, bool SandboxOnly, AgreementTerms Terms);
}
