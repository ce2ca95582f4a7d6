using Cnaim.Messaging;

namespace Cnaim.Subscriptions.Retention;

/// <summary>Log, deliveries and attempts are dropped by the day after 30 days; these have terms of their own.</summary>
internal static class RetentionRegistrations
{
    public static IServiceCollection AddRetention(this IServiceCollection services) => services
        .AddRows("partner-agreements", "agreement", RetentionSql.CountAgreements, RetentionSql.EraseAgreements)
        .AddRows("agreement-changes", "agreement-change", RetentionSql.CountChanges, RetentionSql.EraseChanges)
        .AddRows("partner-notices", "partner-notice", RetentionSql.CountNotices, RetentionSql.EraseNotices)
        .AddRows("partner-mails", "partner-mail", RetentionSql.CountMails, RetentionSql.EraseMails);

    private static IServiceCollection AddRows(this IServiceCollection services, string category, string recordKind, string count, string erase) =>
        services.AddScoped<IRetainRecords>(provider => new RetainRows(
            category, recordKind, count, erase, provider.GetRequiredService<OfficeTransaction>(), provider.GetRequiredService<EraseMessages>()));
}
