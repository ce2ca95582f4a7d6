using System.Globalization;
using YamlDotNet.Serialization;

namespace Cnaim.Contracts.Tests;

/// <summary>Renders the AsyncAPI 3 document of the broker from the contracts and the topology manifest.</summary>
internal static class AsyncApi
{
    public const string Header = "# Rendered from contracts/Cnaim.Contracts and deploy/rabbitmq/topology.yaml by tests/Cnaim.Contracts.Tests; do not edit by hand.\n";

    public static string Render(Topology topology)
    {
        var document = new Node
        {
            ["asyncapi"] = "3.0.0",
            ["info"] = Info(),
            ["defaultContentType"] = "application/vnd.masstransit+json",
            ["servers"] = Servers(),
            ["channels"] = Channels(topology),
            ["operations"] = Operations(topology),
            ["components"] = Components(),
        };
        return Header + new SerializerBuilder().WithIndentedSequences().WithQuotingNecessaryStrings().DisableAliases().Build().Serialize(document);
    }

    private static Node Info() => new()
    {
        ["title"] = "CNAIM referral network: messages between services",
        ["version"] = "1.0.0",
        ["description"] = "Commands go to the queue of exactly one service; events are thin and carry ids, codes and times, never a person's data. "
            + "Bodies are MassTransit envelopes, attributes are CloudEvents 1.0 headers. The catalogue for people is contracts/README.md.",
    };

    private static Node Servers() => new()
    {
        ["broker"] = new Node
        {
            ["host"] = "{host}:{port}",
            ["pathname"] = "/cnaim",
            ["protocol"] = "amqp",
            ["protocolVersion"] = "0-9-1",
            ["description"] = "RabbitMQ. Each service has its own user, named by its code; its rights come from the topology manifest.",
            ["variables"] = new Node
            {
                ["host"] = new Node { ["default"] = "127.0.0.1" },
                ["port"] = new Node { ["default"] = "5672" },
            },
            ["security"] = new[] { Reference("components/securitySchemes/service") },
        },
        ["partners"] = PartnerQueue.Server(),
    };

    private static Node Channels(Topology topology)
    {
        var channels = new Node
        {
            ["commands"] = Channel("{service}", "Commands; the routing key is the code of the receiving service.", topology.Exchanges["commands"],
                "service", topology.Services.Select(service => service.Code), Catalogue.Commands),
        };
        foreach (var thing in Things())
        {
            channels[$"{thing.Key}-events"] = Channel($"pt.cnaim.{thing.Key}.{{verb}}", $"Thin events about a {thing.Key}; the routing key is the CloudEvents type.",
                topology.Exchanges["events"], "verb", thing.Select(message => message.Name[$"pt.cnaim.{thing.Key}.".Length..]), thing);
        }

        channels["partner-queue"] = PartnerQueue.Channel();
        return channels;
    }

    private static Node Channel(
        string address, string description, string exchange, string parameter, IEnumerable<string> values, IEnumerable<ContractMessage> messages) => new()
        {
            ["address"] = address,
            ["description"] = description,
            ["servers"] = new[] { Reference("servers/broker") },
            ["parameters"] = new Node { [parameter] = new Node { ["enum"] = values.ToList() } },
            ["messages"] = messages.ToDictionary(message => message.Type.Name, message => Reference($"components/messages/{message.Type.Name}"), StringComparer.Ordinal),
            ["bindings"] = new Node
            {
                ["amqp"] = new Node
                {
                    ["is"] = "routingKey",
                    ["exchange"] = new Node { ["name"] = exchange, ["type"] = "topic", ["durable"] = true, ["autoDelete"] = false, ["vhost"] = "cnaim" },
                    ["bindingVersion"] = "0.3.0",
                },
            },
        };

    private static Node Operations(Topology topology)
    {
        var operations = new Node();
        foreach (var (kind, rights) in topology.Kinds)
        {
            foreach (var message in Catalogue.Commands.Where(message => rights.Sends.ContainsKey(message.Name)))
            {
                var receivers = string.Join(" or ", rights.Sends[message.Name]);
                operations[$"{kind}Sends{message.Type.Name}"] = Operation("send", "commands", $"A service of kind {kind} tells one of kind {receivers}.", [message]);
            }

            var received = Catalogue.Commands.Where(message => topology.Kinds.Values.Any(other => other.Sends.GetValueOrDefault(message.Name)?.Contains(kind) is true));
            operations[$"{kind}ReceivesCommands"] = Operation("receive", "commands", $"All commands to a service of kind {kind} arrive on its one queue, in order.", received);
            foreach (var thing in Things().Where(thing => rights.Publishes.Contains($"pt.cnaim.{thing.Key}")))
            {
                operations[$"{kind}Publishes{Pascal(thing.Key)}Events"] = Operation("send", $"{thing.Key}-events", $"Published by the service of kind {kind} that decided.", thing);
            }

            foreach (var thing in Things().Where(thing => rights.Reads.Exists(read => Covers(read, thing.Key))))
            {
                operations[$"{kind}Reads{Pascal(thing.Key)}Events"] = Operation("receive", $"{thing.Key}-events", $"Read by the service of kind {kind}.", thing);
            }
        }

        operations["subscriptionsSendsPartnerEvents"] = PartnerQueue.Sends();
        operations["partnerReceivesEvents"] = PartnerQueue.Receives();
        return operations;
    }

    private static Node Operation(string action, string channel, string summary, IEnumerable<ContractMessage> messages) => new()
    {
        ["action"] = action,
        ["channel"] = Reference($"channels/{channel}"),
        ["summary"] = summary,
        ["messages"] = messages.Select(message => Reference($"channels/{channel}/messages/{message.Type.Name}")).ToList(),
    };

    private static Node Components() => new()
    {
        ["securitySchemes"] = new Node { ["service"] = new Node { ["type"] = "userPassword", ["description"] = "The service's code and its password." }, ["partner"] = PartnerQueue.Security() },
        ["messages"] = Messages(),
        ["schemas"] = new Node { ["Attributes"] = Attributes() },
    };

    private static Node Messages()
    {
        var messages = new Node();
        foreach (var message in Catalogue.Messages)
        {
            messages[message.Type.Name] = Message(message);
        }

        messages[PartnerQueue.Message] = PartnerQueue.Event();
        return messages;
    }

    private static Node Message(ContractMessage message) => new()
    {
        ["name"] = message.WireType,
        ["title"] = message.Type.Name,
        ["summary"] = XmlDocs.Summary(message.Type),
        ["contentType"] = "application/vnd.masstransit+json",
        ["headers"] = new Node
        {
            ["type"] = "object",
            ["allOf"] = new[]
            {
                Reference("components/schemas/Attributes"),
                new Node { ["properties"] = new Node { ["ce-type"] = new Node { ["const"] = message.WireType } } },
            },
        },
        ["payload"] = Envelope(message),
    };

    private static Node Envelope(ContractMessage message) => new()
    {
        ["type"] = "object",
        ["required"] = new[] { "messageId", "messageType", "message" },
        ["properties"] = new Node
        {
            ["messageId"] = new Node { ["type"] = "string", ["format"] = "uuid" },
            ["messageType"] = new Node
            {
                ["type"] = "array",
                ["contains"] = new Node { ["const"] = $"urn:message:{message.Type.Namespace}:{message.Type.Name}" },
            },
            ["message"] = new Node { ["$ref"] = $"./schemas/{message.SchemaName}.json" },
        },
    };

    private static Node Attributes()
    {
        var properties = new (string Name, string Description)[]
        {
            ("ce-specversion", "Always 1.0."),
            ("ce-id", "The message id; the same on every redelivery and replay."),
            ("ce-source", "urn:cnaim:{code of the sending service}; the broker checks the user as well."),
            ("ce-type", "The wire type."),
            ("ce-subject", "The stream: the id of the aggregate."),
            ("ce-time", "When the sender committed it (UTC)."),
            ("ce-sequence", "The version within (stream, audience): 1, 2, 3, without gap."),
            ("ce-dataschema", "urn:cnaim:schema:{type}, the $id of the schema."),
            ("ce-audience", "The code of the receiving service, or all."),
            ("ce-eventday", "The sender's UTC day of the message, for the receiver's inbox."),
            ("ce-traceparent", "W3C trace context."),
        };
        return new Node
        {
            ["type"] = "object",
            ["properties"] = properties.ToDictionary(
                property => property.Name, property => new Node { ["type"] = Kind(property.Name), ["description"] = property.Description }, StringComparer.Ordinal),
        };
    }

    private static object Kind(string header) => header is "ce-sequence" ? new[] { "string", "integer" } : "string";

    private static IEnumerable<IGrouping<string, ContractMessage>> Things() =>
        Catalogue.Events.GroupBy(message => message.Name.Split('.')[2], StringComparer.Ordinal);

    private static bool Covers(string pattern, string thing) => pattern is "pt.cnaim.#" || pattern.StartsWith($"pt.cnaim.{thing}.", StringComparison.Ordinal);

    private static string Pascal(string kebab) => string.Concat(kebab.Split('-').Select(word => char.ToUpper(word[0], CultureInfo.InvariantCulture) + word[1..]));

    internal static Node Reference(string path) => new() { ["$ref"] = $"#/{path}" };
}
