using System.Collections.Concurrent;
using System.Reflection;
using Cnaim.Contracts;

namespace Cnaim.Messaging.Contracts;

/// <summary>The wire names of a message record, read once from its attribute.</summary>
internal sealed record MessageType
{
    private static readonly ConcurrentDictionary<Type, MessageType> Cache = new();

    /// <summary>The CloudEvents type.</summary>
    public required string EventType { get; init; }

    public required short Major { get; init; }

    /// <summary>The command's wire name; null for an event.</summary>
    public string? Command { get; init; }

    /// <summary>MassTransit's message type.</summary>
    public required string Urn { get; init; }

    public static MessageType Of(Type type) => Cache.GetOrAdd(type, static type => Read(type)
        ?? throw new InvalidOperationException($"{type.Name} is no message: it needs [Command] or [Event]."));

    public static MessageType? Read(Type type)
    {
        var urn = $"urn:message:{type.Namespace}:{type.Name}";
        return (type.GetCustomAttribute<CommandAttribute>(), type.GetCustomAttribute<EventAttribute>()) switch
        {
            ({ } command, _) => new MessageType { EventType = CommandType(command.Name, command.Major), Major = (short)command.Major, Command = command.Name, Urn = urn },
            (_, { } thin) => new MessageType { EventType = thin.Type, Major = (short)thin.Major, Urn = urn },
            _ => null,
        };
    }

    private static string CommandType(string name, int major) => $"{CommandPrefix}{name}.v{major}";

    /// <summary>Begins the type of every command.</summary>
    public const string CommandPrefix = "pt.cnaim.command.";
}
