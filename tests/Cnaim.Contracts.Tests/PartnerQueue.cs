namespace Cnaim.Contracts.Tests;

/// <summary>A partner's own queue in the AsyncAPI document (ADR 0103): what a large agency's program needs to know.</summary>
internal static class PartnerQueue
{
    public const string Message = "PartnerEvent";
    private const string Address = "partner.{client}";
    private const string Binding = "0.3.0";

    public static Node Server() => new()
    {
        ["host"] = "{host}:{port}",
        ["pathname"] = "/cnaim",
        ["protocol"] = "amqp",
        ["protocolVersion"] = "0-9-1",
        ["description"] = "The same broker as a partner reaches it: by TLS, but for a sandbox on one machine. It reads its own queue, and nothing else; at most ten connections, one consumer at a time.",
        ["variables"] = new Node
        {
            ["host"] = new Node { ["default"] = "127.0.0.1" },
            ["port"] = new Node { ["default"] = "5672", ["enum"] = new[] { "5671", "5672" } },
        },
        ["security"] = new[] { AsyncApi.Reference("components/securitySchemes/partner") },
    };

    public static Node Security() => new()
    {
        ["type"] = "oauth2",
        ["description"] = "The user is the client's id; the password is a token of ten minutes, asked for with audience=rabbitmq once the queue is open (PUT /api/subscriptions/v1/queue). A connection outlives its token, until the queue is closed or the agreement narrows.",
        ["flows"] = new Node
        {
            ["clientCredentials"] = new Node
            {
                ["tokenUrl"] = "http://127.0.0.1:8080/connect/token",
                ["availableScopes"] = new Node { ["rabbitmq.read:cnaim/partner.{client}"] = "Reading the client's own queue; the only scope there is, given without being asked for." },
            },
        },
    };

    public static Node Channel() => new()
    {
        ["address"] = Address,
        ["description"] = "The queue of one partner: what its agreement lets out at that moment, in the order of each referral, kept for 30 days. A partner only consumes; subscriptions makes and removes the queue.",
        ["servers"] = new[] { AsyncApi.Reference("servers/partners") },
        ["parameters"] = new Node { ["client"] = new Node { ["description"] = "The partner's client.", ["examples"] = new[] { "sandbox-agency" } } },
        ["messages"] = new Node { [Message] = AsyncApi.Reference($"components/messages/{Message}") },
        ["bindings"] = new Node
        {
            ["amqp"] = new Node
            {
                ["is"] = "queue",
                ["queue"] = new Node { ["name"] = Address, ["durable"] = true, ["exclusive"] = false, ["autoDelete"] = false, ["vhost"] = "cnaim" },
                ["bindingVersion"] = Binding,
            },
        },
    };

    public static Node Sends() => new()
    {
        ["action"] = "send",
        ["channel"] = AsyncApi.Reference("channels/partner-queue"),
        ["summary"] = "Published by subscriptions alone, one after the other: each is confirmed by the broker before the next.",
        ["messages"] = new[] { AsyncApi.Reference($"channels/partner-queue/messages/{Message}") },
        ["bindings"] = new Node { ["amqp"] = new Node { ["userId"] = "subscriptions", ["deliveryMode"] = 2, ["mandatory"] = true, ["timestamp"] = true, ["bindingVersion"] = Binding } },
    };

    public static Node Receives() => new()
    {
        ["action"] = "receive",
        ["channel"] = AsyncApi.Reference("channels/partner-queue"),
        ["summary"] = "Read by the partner, which acknowledges when it has kept what it read; the same message id and number may come once more.",
        ["messages"] = new[] { AsyncApi.Reference($"channels/partner-queue/messages/{Message}") },
        ["bindings"] = new Node { ["amqp"] = new Node { ["ack"] = true, ["bindingVersion"] = Binding } },
    };

    public static Node Event() => new()
    {
        ["name"] = "partner-event",
        ["title"] = Message,
        ["summary"] = "An event as one agreement lets it out: the same body as the webhook's. The property message-id is the event's id, user-id is subscriptions.",
        ["contentType"] = "application/cloudevents+json",
        ["headers"] = Object(
            ["cnaim-sequence"],
            ("cnaim-sequence", new Node { ["type"] = "integer", ["minimum"] = 0, ["description"] = "The place in this queue: 1, 2, 3, without gap; 0 for a test." }),
            ("cnaim-audit-root", new Node { ["type"] = new[] { "string", "null" }, ["description"] = "The network's latest audit root, to be kept by the receiver." })),
        ["payload"] = Body(),
        ["bindings"] = new Node { ["amqp"] = new Node { ["contentEncoding"] = "utf-8", ["messageType"] = "partner-event", ["bindingVersion"] = Binding } },
    };

    private static Node Body() => Object(
        ["specversion", "id", "source", "type", "time", "datacontenttype", "data"],
        ("specversion", new Node { ["const"] = "1.0" }),
        ("id", Text("The event's id, the same when it is repeated.")),
        ("source", Text("urn:cnaim:{code} at level party; at level status urn:cnaim:network:{16 hexadecimal digits}, the same for one office's events of one subject and no others; else urn:cnaim:network.")),
        ("type", new Node { ["type"] = "string", ["pattern"] = "^pt\\.cnaim\\.", ["description"] = "One of the agreement's types, or pt.cnaim.subscriptions.test.v1 (number 0, without subject and sequence)." }),
        ("subject", Text("What it is about: at level status as only this partner knows it, at level count left out.")),
        ("time", new Node { ["type"] = "string", ["format"] = "date-time" }),
        ("datacontenttype", new Node { ["const"] = "application/json" }),
        ("dataschema", Text("urn:cnaim:schema:{type}, at level party.")),
        ("sequence", Text("The place among the events of this source and subject; left out at level count, and for specialised support, where several offices may stand behind one name.")),
        ("municipality", Text("DICO code of where it happened; left out where it is not known.")),
        ("auditroot", Text("The network's latest audit root: number and digest.")),
        ("data", new Node { ["type"] = "object", ["description"] = "Codes at level status, all of the event at level party, nothing at level count." }));

    private static Node Text(string description) => new() { ["type"] = "string", ["description"] = description };

    private static Node Object(string[] required, params (string Name, Node Schema)[] properties)
    {
        var shown = new Node();
        foreach (var (name, schema) in properties)
        {
            shown[name] = schema;
        }

        return new Node { ["type"] = "object", ["required"] = required, ["properties"] = shown };
    }
}
