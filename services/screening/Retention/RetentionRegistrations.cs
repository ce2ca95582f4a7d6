using Cnaim.Messaging;

namespace Cnaim.Screening.Retention;

internal static class RetentionRegistrations
{
    public static IServiceCollection AddRetention(this IServiceCollection services) => services
        .AddRows("interviews", "interview", RetentionSql.CountInterviews, RetentionSql.EraseInterviews)
        .AddRows("notices", "notice", RetentionSql.CountNotices, RetentionSql.EraseNotices)
        .AddScoped<IRetainRecords, RetainPeople>();

    private static IServiceCollection AddRows(this IServiceCollection services, string category, string recordKind, string count, string erase) =>
        services.AddScoped<IRetainRecords>(provider => new RetainRows(
            category, recordKind, count, erase, provider.GetRequiredService<OfficeTransaction>(), provider.GetRequiredService<EraseMessages>()));
}
