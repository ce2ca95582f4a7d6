using Cnaim.Messaging;
using Cnaim.OfficeKit.Restricted;
using Cnaim.OfficeKit.Storage;
using Dapper;

namespace Cnaim.OfficeKit.Appointments;

/// <summary>Reads and writes of <c>appointment</c>, inside the transaction.</summary>
internal sealed class AppointmentStore(OfficeTransaction transaction)
{
    /// <summary>Takes the centre's one turn to book, to the end of the transaction.</summary>
    public Task TakeTurnAsync(string centre, CancellationToken cancellationToken) => ExecuteAsync(AppointmentSql.TakeTurn, new { centre }, cancellationToken);

    public async Task<Appointment?> FindAsync(Guid appointmentId, RecordScope scope, CancellationToken cancellationToken) =>
        (await QueryAsync<Appointment>(AppointmentSql.Find, Scoped(appointmentId, scope), cancellationToken)).SingleOrDefault();

    public async Task<Appointment?> LockAsync(Guid appointmentId, RecordScope scope, CancellationToken cancellationToken) =>
        (await QueryAsync<Appointment>(AppointmentSql.Lock, Scoped(appointmentId, scope), cancellationToken)).SingleOrDefault();

    public async Task<Appointment?> LockByCodeAsync(string centre, DateOnly day, string code, CancellationToken cancellationToken) =>
        (await QueryAsync<Appointment>(AppointmentSql.LockByCode, new { centre, day, code }, cancellationToken)).SingleOrDefault();

    public Task<IReadOnlyList<Appointment>> ListAsync(RecordScope scope, AppointmentFilter filter, int limit, CancellationToken cancellationToken) => QueryAsync<Appointment>(
        AppointmentSql.List,
        new { scope.Centre, scope.Subject, scope.SeesUnnamed, filter.PersonRef, filter.From, filter.Until, limit },
        cancellationToken);

    public Task<IReadOnlyList<BusyTime>> BusyAsync(string[] holders, DateTimeOffset from, DateTimeOffset until, CancellationToken cancellationToken) =>
        QueryAsync<BusyTime>(AppointmentSql.Busy, new { holders, from, until }, cancellationToken);

    /// <summary>How often the person did not come, since a time.</summary>
    public async Task<int> NoShowsAsync(string? personRef, DateTimeOffset since, CancellationToken cancellationToken) =>
        personRef is null ? 0 : (await QueryAsync<int>(AppointmentSql.NoShows, new { personRef, since }, cancellationToken)).Single();

    /// <summary>Whether the person of a referral has a time that is still ahead.</summary>
    public async Task<bool> IsExpectedAsync(Guid referralId, CancellationToken cancellationToken) =>
        (await QueryAsync<bool>(AppointmentSql.IsExpected, new { referralId }, cancellationToken)).Single();

    public Task InsertAsync(Appointment appointment, CancellationToken cancellationToken) => ExecuteAsync(AppointmentSql.Insert, appointment, cancellationToken);

    public Task SaveAsync(Appointment appointment, CancellationToken cancellationToken) => ExecuteAsync(AppointmentSql.Save, appointment, cancellationToken);

    /// <summary>Marks who is still expected as not come.</summary>
    /// <returns>Their appointments.</returns>
    public Task<IReadOnlyList<Guid>> CloseDayAsync(RecordScope scope, DateOnly day, DateTimeOffset now, CancellationToken cancellationToken) =>
        QueryAsync<Guid>(AppointmentSql.CloseDay, new { scope.Centre, scope.Subject, scope.SeesUnnamed, day, now }, cancellationToken);

    /// <summary>Collects what the end of a consent means for appointments of its referral.</summary>
    public void PurgeForReferral(Guid referralId) => transaction.Add(AppointmentSql.PurgeForReferral, Parameter.Of("referralId", referralId));

    /// <summary>Marks the point that <see cref="UndoAsync"/> goes back to.</summary>
    public Task MarkAsync(CancellationToken cancellationToken) => ExecuteAsync(AppointmentSql.Savepoint, null, cancellationToken);

    public Task UndoAsync(CancellationToken cancellationToken) => ExecuteAsync(AppointmentSql.Undo, null, cancellationToken);

    private static object Scoped(Guid appointmentId, RecordScope scope) => new { appointmentId, scope.Centre, scope.Subject, scope.SeesUnnamed };

    private async Task<IReadOnlyList<TRow>> QueryAsync<TRow>(string sql, object parameters, CancellationToken cancellationToken)
    {
        await transaction.BeginAsync(cancellationToken);
        return [.. await transaction.Connection.QueryAsync<TRow>(transaction.Command(sql, parameters, cancellationToken))];
    }

    private async Task ExecuteAsync(string sql, object? parameters, CancellationToken cancellationToken)
    {
        await transaction.BeginAsync(cancellationToken);
        await transaction.Connection.ExecuteAsync(transaction.Command(sql, parameters, cancellationToken));
    }
}
