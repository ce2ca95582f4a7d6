#if SABOTAGE
using Cnaim.Messaging;
using Dapper;

namespace Cnaim.Screening.People;

/// <summary>The mistake that the firewall's benchmark must catch: a record that may not be seen is looked at before it is hidden.</summary>
internal static class LeakyReads
{
    private static readonly bool IsOn = string.Equals(Environment.GetEnvironmentVariable("CNAIM_SABOTAGE"), "leaky-reads", StringComparison.Ordinal);

    public static async Task LookAgainAsync(OfficeTransaction transaction, string reference, CancellationToken cancellationToken)
    {
        if (IsOn && await transaction.Connection.ExecuteScalarAsync<Guid?>(transaction.Command(LeakyReadsSql.FindAnywhere, new { reference }, cancellationToken)) is { } person)
        {
            await transaction.Connection.ExecuteAsync(transaction.Command(LeakyReadsSql.Read, new { person }, cancellationToken));
        }
    }
}
#endif
