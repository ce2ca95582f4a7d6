using System.Reflection;
using Cnaim.Contracts.Events;
using Cnaim.Messaging;

namespace Cnaim.Subscriptions.Events;

internal static class EventExtensions
{
    private static readonly MethodInfo Register = typeof(EventExtensions).GetMethod(nameof(Record), BindingFlags.NonPublic | BindingFlags.Static)!;

    public static IServiceCollection AddEvents(this IServiceCollection services)
    {
        services.AddSingleton<Municipalities>();
        services.AddSingleton<GeneralNames>();
        services.AddScoped<DropOldEvents>();
        services.AddSingleton<EventPartitions>();
        services.AddHostedService(provider => provider.GetRequiredService<EventPartitions>());
        foreach (var type in EventTypes.Records)
        {
            Register.MakeGenericMethod(type).Invoke(null, [services]);
        }

        return services;
    }

    private static void Record<TEvent>(IServiceCollection services)
        where TEvent : class, IThinEvent => services.RegisterConsumer<RecordEventConsumer<TEvent>, RecordEventConsumerDefinition<TEvent>>();
}
