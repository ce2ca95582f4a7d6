using Cnaim.Identity.Clients;
using Cnaim.Identity.Tokens;
using Dapper;
using Npgsql;

namespace Cnaim.Identity.Exchange;

/// <summary>Whether whom a token speaks for still has the rights that it had when the token was signed.</summary>
internal sealed class CurrentRights(NpgsqlDataSource database, ClientStore clients, IdentityMode mode)
{
    private const string Demo = "demo:";
    private const string Partner = "partner-client";

    public async Task<bool> AreStillAsync(TokenSubject subject, CancellationToken cancellationToken)
    {
        if (subject.Subject.StartsWith(Demo, StringComparison.Ordinal))
        {
            return mode.IsSandbox;
        }

        if (subject.RightsVersion is { } version)
        {
            return Guid.TryParse(subject.Subject["staff:".Length..], out var staffId) && await IsVersionAsync(staffId, version, cancellationToken);
        }

        return subject.Role is not (Partner or Client.ServiceKind) || await clients.FindAsync(subject.Subject, cancellationToken) is not null;
    }

    private async Task<bool> IsVersionAsync(Guid staffId, long version, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        return await connection.ExecuteScalarAsync<bool>(new CommandDefinition(CurrentRightsSql.IsVersion, new { staffId, version }, cancellationToken: cancellationToken));
    }
}
