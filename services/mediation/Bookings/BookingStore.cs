using Cnaim.Mediation.Matching;
using Cnaim.Messaging;
using Cnaim.ServiceDefaults.Authentication;
using Dapper;

namespace Cnaim.Mediation.Bookings;

/// <summary>Bookings of a counter, which is an office at a centre, and of a mediator.</summary>
internal sealed class BookingStore(OfficeTransaction transaction)
{
    /// <summary>Takes the one turn for whoever is about to hold a mediator, to the end of the transaction.</summary>
    public Task TakeTurnAsync(CancellationToken cancellationToken) => ExecuteAsync(BookingSql.TakeTurn, null, cancellationToken);

    public Task<IReadOnlyList<Booking>> ListAsync(TimeSlot period, Guid? after, int limit, Actor actor, CancellationToken cancellationToken) =>
        QueryAsync<Booking>(BookingSql.List, new { office = actor.Office, centre = actor.Centre, from = period.From, until = period.Until, after, limit }, cancellationToken);

    public async Task<Booking?> FindAsync(Guid id, Actor actor, CancellationToken cancellationToken) =>
        (await QueryAsync<Booking>(BookingSql.Find, new { id, office = actor.Office, centre = actor.Centre }, cancellationToken)).SingleOrDefault();

    public async Task<Booking?> LockAsync(Guid id, Actor actor, CancellationToken cancellationToken) =>
        (await QueryAsync<Booking>(BookingSql.Lock, new { id, office = actor.Office, centre = actor.Centre }, cancellationToken)).SingleOrDefault();

    /// <summary>A booking that the caller was booked for.</summary>
    public async Task<Booking?> LockOwnAsync(Guid id, string subject, CancellationToken cancellationToken) =>
        (await QueryAsync<Booking>(BookingSql.LockOwn, new { id, subject }, cancellationToken)).SingleOrDefault();

    public Task<IReadOnlyList<Booking>> OfMediatorAsync(Guid mediatorId, TimeSlot period, CancellationToken cancellationToken) =>
        QueryAsync<Booking>(BookingSql.OfMediator, new { mediatorId, from = period.From, until = period.Until }, cancellationToken);

    /// <summary>What holds mediators between two moments, whoever booked it.</summary>
    public async Task<ILookup<Guid, TimeSlot>> BusyAsync(Guid[] mediators, DateTimeOffset from, DateTimeOffset until, CancellationToken cancellationToken) =>
        (await QueryAsync<BusyRow>(BookingSql.Busy, new { mediators, from, until }, cancellationToken)).ToLookup(row => row.MediatorId, row => new TimeSlot(row.StartsAt, row.EndsAt));

    public Task InsertAsync(Booking booking, CancellationToken cancellationToken) => ExecuteAsync(BookingSql.Insert, booking, cancellationToken);

    public Task SaveAsync(Booking booking, CancellationToken cancellationToken) => ExecuteAsync(BookingSql.Save, booking, cancellationToken);

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

    private sealed record BusyRow
    {
        public Guid MediatorId { get; init; }

        public DateTimeOffset StartsAt { get; init; }

        public DateTimeOffset EndsAt { get; init; }
    }
}
