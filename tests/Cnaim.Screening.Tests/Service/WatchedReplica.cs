using Cnaim.Servers;
using Cnaim.Testing.Plans;
using Xunit;

namespace Cnaim.Screening.Tests.Service;

/// <summary>A replica of the service whose statements and plans are read, and records of one person to read.</summary>
public sealed class WatchedReplica : IAsyncLifetime
{
    public const string Centre = "cnaim-guarda";
    public const string Subject = "focal-point@cnaim-guarda.reception";
    private const string Application = "watched";

    private readonly ScreeningPlatform _platform;
    private Dictionary<string, string>? _records;

    public WatchedReplica(ScreeningPlatform platform)
    {
        _platform = platform;
        var postgres = platform.Servers.Postgres;
        Plans = new PlanLog(postgres.AdminConnectionString, postgres.Log, DatabaseAccounts.NameOf("screening"), Application);
    }

    internal PlanLog Plans { get; }

    internal ScreeningProcess Replica { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        await Plans.OpenAsync();
        try
        {
            Replica = await _platform.StartReplicaAsync(Application);
        }
        finally
        {
            await Plans.CloseAsync();
        }

        await Plans.LearnAsync(TimeSpan.FromSeconds(3));
    }

    /// <summary>A person, an interview, a consent, a number and an emergency access of one centre, each by the name of its place in a path.</summary>
    internal async Task<IReadOnlyDictionary<string, string>> RecordsAsync(ScreeningPlatform platform)
    {
        if (_records is null)
        {
            using var client = platform.Client(centre: Centre, role: "focal-point");
            var person = await client.RegisterAsync("Carqueja");
            _records = new Dictionary<string, string>(StringComparer.Ordinal)
            {
                ["people"] = person,
                ["interviews"] = await client.StartInterviewAsync(person),
                ["consents"] = await client.ConsentAsync(person, ["health"]),
                ["emergency-access"] = (string)(await client.PostAsync("/v1/emergency-access", new { personId = person, reason = "violence", note = "heard it" }))["id"]!,
                ["erasures"] = (string)(await client.PostAsync($"/v1/people/{person}/erasures", new { }))["id"]!,
                ["identifierId"] = (string)(await client.PostAsync($"/v1/people/{person}/identifiers", new { type = "niss", value = "14165152022" }))["id"]!,
            };
        }

        return _records;
    }

    public ValueTask DisposeAsync() => Replica?.DisposeAsync() ?? ValueTask.CompletedTask;
}
