using System.Net.Sockets;
using Cnaim.ServiceDefaults.Problems;
using Npgsql;

namespace Cnaim.Data;

/// <summary>Errors that mean "the database is away", to be waited for and never blamed on a message or a request.</summary>
public static class TransientDatabaseErrors
{
    /// <summary>Whether an exception, or one inside it, says that the database is away: shut down, starting, out of resources, not reachable or not there.</summary>
    /// <param name="exception">Any exception.</param>
    public static bool IsDatabaseAway(this Exception exception)
    {
        for (var current = exception; current is not null; current = current.InnerException)
        {
            if (current is RefusalException { Refusal.Status: 503 })
            {
                return true;
            }

            if (current is PostgresException postgres)
            {
                return IsAway(postgres.SqlState);
            }

            // Npgsql wraps a broken or refused connection; a command time-out is no reason to wait for ever.
            if (current is NpgsqlException { InnerException: SocketException or IOException or null } or SocketException
                || (current is NpgsqlException && current.InnerException is TimeoutException && !IsCommandTimeout(current)))
            {
                return true;
            }
        }

        return false;
    }

    // Npgsql does not call 57P01 transient (npgsql #5073), so the list is ours. 55P03 and 40* are conflicts, not absence. A database that does not exist (3D000)
    // is being created or restored: a message that comes meanwhile is not to blame.
    private static bool IsAway(string state) =>
        state is "57P01" or "57P02" or "57P03" or "3D000"
        || state.StartsWith("08", StringComparison.Ordinal)
        || state.StartsWith("53", StringComparison.Ordinal);

    private static bool IsCommandTimeout(Exception exception) =>
        exception.Message.Contains("reading from stream", StringComparison.OrdinalIgnoreCase);
}
