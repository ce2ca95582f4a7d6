using System.Security.Cryptography;
using System.Text;
using Cnaim.Identity.Audit;
using Cnaim.Identity.RightsFeed;
using Cnaim.Identity.Staff;
using Cnaim.Messaging;
using Cnaim.ServiceDefaults.Authentication;
using Dapper;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.Tokens;
using Npgsql;

namespace Cnaim.Identity.Sessions;

/// <summary>Sessions by the digest of their secret: whoever reads the table can be nobody.</summary>
internal sealed class SessionStore(NpgsqlDataSource database, RightsChanges changes, AuditSignal audited, IOptions<SessionLimits> limits, TimeProvider clock)
{
    private const int SecretBytes = 32;

    /// <summary>Begins a session and gives its secret, once.</summary>
    /// <returns>Null when the account or the assignment has ended meanwhile.</returns>
    public async Task<string?> BeginAsync(StaffAccount staff, Assignment assignment, CancellationToken cancellationToken)
    {
        var (secret, now) = (Base64UrlEncoder.Encode(RandomNumberGenerator.GetBytes(SecretBytes)), clock.GetUtcNow());
        var sessionId = Guid.CreateVersion7(now);
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        var parameters = new { sessionId, digest = Digest(secret), staff.StaffId, assignment.AssignmentId, now };
        if (await connection.ExecuteAsync(new CommandDefinition(SessionSql.Add, parameters, transaction, cancellationToken: cancellationToken)) != 1)
        {
            return null;
        }

        var actor = new Actor(staff.Subject, assignment.Office, assignment.Centre, assignment.Role);
        await transaction.AuditAsync(actor, "session.begun", "session", sessionId.ToString(), detail: null, cancellationToken);
        await transaction.CommitAsync(audited, cancellationToken);
        return secret;
    }

    /// <summary>The session of a secret, and notes that it is used; null when there is none or it has ended.</summary>
    public async Task<Session?> UseAsync(string secret, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        if (await FindAsync(connection, secret, cancellationToken) is not { PausedAt: null } session)
        {
            return null;
        }

        await connection.ExecuteAsync(new CommandDefinition(SessionSql.See, new { session.SessionId, now }, cancellationToken: cancellationToken));
        return session;
    }

    public Task EndAsync(Guid sessionId, Actor actor, CancellationToken cancellationToken) => ChangeAsync(SessionSql.End, "session.ended", sessionId, actor, cancellationToken);

    /// <summary>Answers nothing for this session until <see cref="ResumeAsync"/>; its idle time goes on.</summary>
    public Task PauseAsync(Guid sessionId, Actor actor, CancellationToken cancellationToken) => ChangeAsync(SessionSql.Pause, "session.paused", sessionId, actor, cancellationToken);

    /// <summary>The paused session of a secret; null when there is none, or when it has ended meanwhile.</summary>
    public async Task<Session?> PausedAsync(string secret, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        return await FindAsync(connection, secret, cancellationToken) is { PausedAt: not null } session ? session : null;
    }

    public Task ResumeAsync(Session session, CancellationToken cancellationToken) =>
        ChangeAsync(SessionSql.Resume, "session.resumed", session.SessionId, new Actor(StaffAccount.SubjectOf(session.StaffId), session.Office, session.Centre, session.Role), cancellationToken);

    private async Task ChangeAsync(string sql, string action, Guid sessionId, Actor actor, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        await connection.ExecuteAsync(new CommandDefinition(sql, new { sessionId, now = clock.GetUtcNow() }, transaction, cancellationToken: cancellationToken));
        await transaction.AuditAsync(actor, action, "session", sessionId.ToString(), detail: null, cancellationToken);
        await RightsChanges.AddAsync(transaction, actor.Subject, cancellationToken);
        await transaction.CommitAsync(audited, cancellationToken);
        changes.Signal();
    }

    private async Task<Session?> FindAsync(NpgsqlConnection connection, string secret, CancellationToken cancellationToken)
    {
        var session = await connection.QuerySingleOrDefaultAsync<Session>(
            new CommandDefinition(SessionSql.Find, new { digest = Digest(secret) }, cancellationToken: cancellationToken));
        return session?.IsAlive(clock.GetUtcNow(), limits.Value.Idle) is true ? session : null;
    }

    private static byte[] Digest(string secret) => SHA256.HashData(Encoding.UTF8.GetBytes(secret));
}
