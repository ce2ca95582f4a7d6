using Cnaim.Messaging;

namespace Cnaim.Mediation.Retention;

internal static class RetentionRegistrations
{
    public static IServiceCollection AddRetention(this IServiceCollection services) => services
        .AddRows("interpreter-bookings", "booking", RetentionSql.CountBookings, RetentionSql.EraseBookings)
        .AddRows("interpreting-requests", "interpreting", RetentionSql.CountRequests, RetentionSql.EraseRequests);

    private static IServiceCollection AddRows(this IServiceCollection services, string category, string recordKind, string count, string erase) =>
        services.AddScoped<IRetainRecords>(provider => new RetainRows(
            category, recordKind, count, erase, provider.GetRequiredService<OfficeTransaction>(), provider.GetRequiredService<EraseMessages>()));
}
