using Cnaim.Messaging;
using Dapper;

namespace Cnaim.Mediation.Erasures;

/// <summary>Forgets whom an office has called by references that it has erased: only digests of them are known here (ADR 0066).</summary>
internal sealed class ForgetReferences(OfficeTransaction transaction, EraseMessages messages) : IReapplyErasures
{
    /// <summary>After a restore: the same, whichever office named the person.</summary>
    public Task<long> RunAsync(Guid orderId, byte[][] digests, CancellationToken cancellationToken) => RunAsync(orderId, office: null, digests, cancellationToken);

    /// <summary>Inside the open transaction; a booking stays booked, for nobody.</summary>
    public async Task<long> RunAsync(Guid orderId, string? office, byte[][] digests, CancellationToken cancellationToken)
    {
        await transaction.BeginAsync(cancellationToken);
        var found = (await transaction.Connection.QueryAsync<FoundBooking>(transaction.Command(ErasureSql.Find, new { office, digests }, cancellationToken))).AsList();
        if (found.Count is 0)
        {
            return 0;
        }

        await transaction.Connection.ExecuteAsync(transaction.Command(ErasureSql.Erase, new { bookings = found.Select(booking => booking.BookingId).ToArray() }, cancellationToken));
        await messages.RunAsync(
            new ErasureScope
            {
                OrderId = orderId,
                References = [.. found.Select(booking => booking.Reference).Distinct(StringComparer.Ordinal)],
                Streams = [],
                Records = [.. found.Select(booking => ("booking", booking.BookingId.ToString()))],
            },
            cancellationToken);
        return found.Count;
    }

    private sealed record FoundBooking
    {
        public Guid BookingId { get; init; }

        public string Reference { get; init; } = "";
    }
}
