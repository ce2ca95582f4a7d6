using Cnaim.ServiceDefaults.Problems;

namespace Cnaim.Mediation.Bookings;

/// <summary>What a booking is for: a word of the caller's office that nothing here reads.</summary>
internal sealed record BookingReference(string? Kind, string? Value)
{
    private const int Longest = 64;

    public static Decision<BookingReference> Read(NewBooking input)
    {
        var named = new (string Kind, string? Value)[] { ("ticket", input.ForTicket), ("interview", input.ForInterview), ("person", input.ForPerson) }
            .Where(reference => reference.Value is not null).ToList();
        return named switch
        {
            [] => new BookingReference(null, null),
            [var (kind, value)] when IsReference(value!) => new BookingReference(kind, value),
            _ => MediationRefusals.OneReference,
        };
    }

    private static bool IsReference(string value) => value.Length is > 0 and <= Longest && value.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '-');
}
