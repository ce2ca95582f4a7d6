using Cnaim.Messaging;
using Dapper;

namespace Cnaim.OfficeKit.Appointments;

/// <summary>Reads and writes of <c>appointment_calendar</c>.</summary>
internal sealed class CalendarStore(OfficeTransaction transaction)
{
    public async Task<IReadOnlyList<StaffCalendar>> OfCentreAsync(string centre, CancellationToken cancellationToken)
    {
        await transaction.BeginAsync(cancellationToken);
        return [.. await transaction.Connection.QueryAsync<StaffCalendar>(transaction.Command(CalendarSql.OfCentre, new { centre }, cancellationToken))];
    }

    /// <summary>Where this office gives appointments on a day or later.</summary>
    public async Task<IReadOnlyList<string>> CentresAsync(DateOnly today, CancellationToken cancellationToken)
    {
        await transaction.BeginAsync(cancellationToken);
        return [.. await transaction.Connection.QueryAsync<string>(transaction.Command(CalendarSql.Centres, new { today }, cancellationToken))];
    }

    public Task<StaffCalendar?> FindAsync(Guid calendarId, string centre, CancellationToken cancellationToken) => ReadAsync(CalendarSql.Find, calendarId, centre, cancellationToken);

    public Task<StaffCalendar?> LockAsync(Guid calendarId, string centre, CancellationToken cancellationToken) => ReadAsync(CalendarSql.Lock, calendarId, centre, cancellationToken);

    public Task InsertAsync(StaffCalendar calendar, CancellationToken cancellationToken) => ExecuteAsync(CalendarSql.Insert, calendar, cancellationToken);

    public Task SaveAsync(StaffCalendar calendar, CancellationToken cancellationToken) => ExecuteAsync(CalendarSql.Save, calendar, cancellationToken);

    public Task EndDemoAsync(DateOnly yesterday, CancellationToken cancellationToken) => ExecuteAsync(CalendarSql.EndDemo, new { yesterday }, cancellationToken);

    private async Task<StaffCalendar?> ReadAsync(string sql, Guid calendarId, string centre, CancellationToken cancellationToken)
    {
        await transaction.BeginAsync(cancellationToken);
        return await transaction.Connection.QuerySingleOrDefaultAsync<StaffCalendar>(transaction.Command(sql, new { calendarId, centre }, cancellationToken));
    }

    private async Task ExecuteAsync(string sql, object parameters, CancellationToken cancellationToken)
    {
        await transaction.BeginAsync(cancellationToken);
        await transaction.Connection.ExecuteAsync(transaction.Command(sql, parameters, cancellationToken));
    }
}
