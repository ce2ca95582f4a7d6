using Cnaim.Messaging;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Cnaim.OfficeKit.Appointments;

/// <summary>The services of appointments.</summary>
internal static class AppointmentRegistrations
{
    public static IServiceCollection AddAppointments(this IServiceCollection services)
    {
        services.TryAddScoped<AppointmentStore>();
        services.TryAddScoped<CalendarStore>();
        services.TryAddScoped<WishStore>();
        services.TryAddScoped<SlotFinder>();
        services.TryAddScoped<HoldSlot>();
        services.TryAddScoped<RecordAppointment>();
        services.AddHostedService<SeedCalendars>();
        return services.AddScoped<IErasePersonData, EraseAppointments>().AddScoped<IRetainRecords, RetainAppointments>();
    }
}
