using Cnaim.Servers;
using Cnaim.Testing.Plans;

namespace Cnaim.Offices.Tests.Support;

/// <summary>A further replica of an office whose statements and plans are read.</summary>
internal sealed class WatchedOffice<TMarker> : IAsyncDisposable
    where TMarker : class
{
    private const string Application = "watched";

    private WatchedOffice(OfficeHost<TMarker> replica, PlanLog plans) => (Replica, Plans) = (replica, plans);

    public OfficeHost<TMarker> Replica { get; }

    public PlanLog Plans { get; }

    public static async Task<WatchedOffice<TMarker>> StartAsync(string code, OfficeNetwork network)
    {
        var postgres = network.Servers.Postgres;
        var plans = new PlanLog(postgres.AdminConnectionString, postgres.Log, DatabaseAccounts.NameOf(code), Application);
        await plans.OpenAsync();
        try
        {
            var replica = await OfficeHost<TMarker>.StartAsync(code, network, Application);
            await plans.LearnAsync(TimeSpan.FromSeconds(3));
            return new WatchedOffice<TMarker>(replica, plans);
        }
        finally
        {
            await plans.CloseAsync();
        }
    }

    public ValueTask DisposeAsync() => Replica.DisposeAsync();
}
