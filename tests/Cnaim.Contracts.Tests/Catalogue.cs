using System.Reflection;

namespace Cnaim.Contracts.Tests;

/// <summary>All messages, commands first, each group by name.</summary>
internal static class Catalogue
{
    public static Assembly Assembly { get; } = typeof(CommandAttribute).Assembly;

    public static IReadOnlyList<ContractMessage> Messages { get; } =
        [.. Assembly.GetExportedTypes().Select(Read).OfType<ContractMessage>()
            .OrderByDescending(message => message.IsCommand).ThenBy(message => message.Name, StringComparer.Ordinal)];

    public static IEnumerable<ContractMessage> Commands => Messages.Where(message => message.IsCommand);

    public static IEnumerable<ContractMessage> Events => Messages.Where(message => !message.IsCommand);

    private static ContractMessage? Read(Type type)
    {
        if (type.GetCustomAttribute<CommandAttribute>() is { } command)
        {
            return new ContractMessage(type, command.Name, command.Major, IsCommand: true);
        }

        return type.GetCustomAttribute<EventAttribute>() is { } thin ? new ContractMessage(type, thin.Type, thin.Major, IsCommand: false) : null;
    }
}
