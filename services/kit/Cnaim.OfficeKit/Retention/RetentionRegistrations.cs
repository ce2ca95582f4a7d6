using Cnaim.Messaging;
using Microsoft.Extensions.DependencyInjection;

namespace Cnaim.OfficeKit.Retention;

/// <summary>What every office forgets when its time is over.</summary>
internal static class RetentionRegistrations
{
    public static IServiceCollection AddRetention(this IServiceCollection services) =>
        services.AddScoped<IRetainRecords, RetainCases>().AddScoped<IRetainRecords, RetainSentReferrals>();
}
