using Cnaim.ServiceDefaults.Problems;

namespace Cnaim.Subscriptions;

internal static class SubscriptionsRefusals
{
    public static readonly Refusal NoAgreement = new("no-agreement", 404, "There is no agreement for this client; the network's administrators make one.")
    {
        Fix = "Use the client that the agreement was made for, or ask the network's administrators through your focal point. In the sandbox sandbox-partner and sandbox-agency have one.",
    };

    public static readonly Refusal InvalidAgreement = new("agreement-invalid", 422, "A value of the agreement breaks a rule; 'errors' names each.")
    {
        Fix = "Correct each value that 'errors' names, and send the agreement again. Types are in the event catalogue, municipalities are DICO codes or '*'.",
    };

    public static readonly Refusal AgreementMoved = new("agreement-moved", 409, "The agreement has changed since; ask again on what it is now.")
    {
        Fix = "Read the agreement again, and ask for the change anew where it is still wanted.",
    };

    public static readonly Refusal ChangeDecided = new("agreement-change-decided", 409, "This change has been decided already.")
    {
        Fix = "Read the change: it says who decided and how. Ask for another where something else is wanted.",
    };

    public static readonly Refusal OwnChange = new("agreement-own-change", 409, "Another person than the one who asked decides on a change that widens.")
    {
        Fix = "Another administrator opens the change and approves or rejects it.",
    };

    public static readonly Refusal CursorExpired = new("cursor-expired", 410, "Events after this cursor have been dropped after their 30 days, or it is of before a restore; start again without 'after'.")
    {
        Fix = "You may have missed events that are kept no longer. Read on without 'after', which begins with the oldest that is kept, and ask the API for the present state of what you follow.",
    };

    public static readonly Refusal InvalidCursor = new("cursor-invalid", 422, "'after' is a 'next' or 'cursor' of this feed; 'limit' is 1 to 500, 'wait' 0 to 30 seconds.")
    {
        Fix = "Send the 'next' of the page before as 'after', as it is. Leave 'after' out for the first page.",
    };

    public static readonly Refusal InvalidEndpoint = new("endpoint-invalid", 422, "A value of the endpoint breaks a rule; 'errors' names each.")
    {
        Fix = "Correct each value that 'errors' names, and send the endpoint again.",
    };

    public static readonly Refusal AddressRefused = new("endpoint-address-refused", 422, "The address is not one that this network sends to; 'errors' says why.")
    {
        Fix = "Use https with a public host name, without user, password or fragment, on port 443 or from 1024 on. Every address of the host must be public.",
    };

    public static readonly Refusal TooManyEndpoints = new("too-many-endpoints", 409, "A client has at most 20 endpoints; remove one first.")
    {
        Fix = "List your endpoints, remove one that is no longer used (DELETE, with its ETag in If-Match), and register again.",
    };

    /// <summary>The member <c>allowed</c> names the moves of this state.</summary>
    public static readonly Refusal EndpointMoveNotAllowed = new("endpoint-move-not-allowed", 409, "The present state does not allow this move; 'allowed' names those that it does.")
    {
        Fix = "Read the endpoint, and use one of the moves in 'allowed'. A pending or disabled endpoint first echoes a challenge (verify); one in error goes on by resume or replay.",
    };

    public static readonly Refusal QueueNotAgreed = new("queue-not-agreed", 409, "The agreement gives no queue; the network's administrators decide on one, two of them.")
    {
        Fix = "Use webhooks or the feed, or ask the network's administrators for a queue through your focal point.",
    };

    public static readonly Refusal InvalidReplay = new("replay-invalid", 422, "Name either 'eventIds', 1 to 1000 of them, or 'since', at most 30 days ago, with the 'next' of the answer before as 'after' to go on.")
    {
        Fix = "Send one of the two and leave the other out; 'after' only with 'since'. Ids are those of the delivery log or of the feed; for older events there is nothing to be sent.",
    };

    public static Refusal AgreementWith(IReadOnlyList<string> errors) => With(InvalidAgreement, "errors", errors);

    public static Refusal EndpointWith(IReadOnlyList<string> errors) => With(InvalidEndpoint, "errors", errors);

    public static Refusal AddressWith(string error) => With(AddressRefused, "errors", new[] { error });

    public static Refusal NotNow(IReadOnlyList<string> allowed) => With(EndpointMoveNotAllowed, "allowed", allowed);

    private static Refusal With(Refusal refusal, string member, object value) =>
        refusal with { Extensions = new Dictionary<string, object?>(StringComparer.Ordinal) { [member] = value } };
}
