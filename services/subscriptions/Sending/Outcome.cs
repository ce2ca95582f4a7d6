namespace Cnaim.Subscriptions.Sending;

/// <summary>How an attempt ended, a code of the delivery log.</summary>
internal static class Outcome
{
    /// <summary>2xx.</summary>
    public const string Delivered = "delivered";

    /// <summary>An answer that is no 2xx; a redirect too, which is not followed.</summary>
    public const string Refused = "refused";

    /// <summary>429, 502, 503 or 504: the receiver wants less.</summary>
    public const string Throttled = "throttled";

    /// <summary>410: the receiver wants no more.</summary>
    public const string Gone = "gone";

    /// <summary>No answer within 15 seconds.</summary>
    public const string TimedOut = "timed-out";

    /// <summary>No connection, or one that broke before the answer.</summary>
    public const string Unreachable = "unreachable";

    /// <summary>The host leads inside.</summary>
    public const string AddressRefused = "address-refused";

    /// <summary>The challenge of the handshake did not come back.</summary>
    public const string NotEchoed = "not-echoed";

    /// <summary>The body has 20 kB or more; nothing was sent, and nothing will be.</summary>
    public const string TooLarge = "too-large";

    public static string Of(int status) => status switch
    {
        >= 200 and < 300 => Delivered,
        410 => Gone,
        429 or 502 or 503 or 504 => Throttled,
        _ => Refused,
    };
}
