using System.Collections.Frozen;
using System.Reflection;
using Cnaim.Contracts;
using Cnaim.Contracts.Events;

namespace Cnaim.Subscriptions.Events;

/// <summary>Every thin event of the contracts: a new one is recorded, and can be agreed on, without a line here.</summary>
internal static class EventTypes
{
    public static IReadOnlyList<Type> Records { get; } =
        [.. typeof(IThinEvent).Assembly.GetExportedTypes().Where(type => type is { IsClass: true, IsAbstract: false } && type.IsAssignableTo(typeof(IThinEvent)) && type.GetCustomAttribute<EventAttribute>() is not null)];

    public static FrozenSet<string> All { get; } = Records.Select(Of).ToFrozenSet(StringComparer.Ordinal);

    public static string Of(Type record) => record.GetCustomAttribute<EventAttribute>()!.Type;
}
