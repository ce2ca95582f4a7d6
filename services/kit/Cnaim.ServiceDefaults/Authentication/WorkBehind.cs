namespace Cnaim.ServiceDefaults.Authentication;

/// <summary>The work for which somebody looks at a record: a ticket, case or referral, as <c>ticket:{id}</c>; its kind alone where the service must not know which one it is.</summary>
public static class WorkBehind
{
    /// <summary>Somebody at a counter has a number.</summary>
    public const string Ticket = "ticket";

    /// <summary>A case of the acting office.</summary>
    public const string Case = "case";

    /// <summary>A referral that the acting office sent or received.</summary>
    public const string Referral = "referral";

    /// <summary>Its text in a token and in an audit entry.</summary>
    /// <param name="kind">One of the kinds.</param>
    /// <param name="id">The record's id.</param>
    public static string Of(string kind, Guid id) => $"{kind}:{id:D}";

    /// <summary>The kind alone.</summary>
    /// <param name="work">Work as <see cref="Of"/> writes it.</param>
    public static string KindOf(string work)
    {
        ArgumentNullException.ThrowIfNull(work);
        return work.Split(':')[0];
    }

    /// <summary>Whether a text names work.</summary>
    /// <param name="text">What a caller said.</param>
    public static bool IsOne(string? text) => text?.Split(':') switch
    {
        [Ticket or Case or Referral] => true,
        [Ticket or Case or Referral, var id] => Guid.TryParseExact(id, "D", out _),
        _ => false,
    };
}
