using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace Cnaim.Subscriptions.Mailing;

internal static class MailExtensions
{
    public static IServiceCollection AddMail(this IServiceCollection services)
    {
        services.AddOptions<MailOptions>().BindConfiguration("Mail").ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton<IValidateOptions<MailOptions>, MailOptionsCheck>();
        services.TryAddSingleton<IMailServer, SmtpMailServer>();
        services.TryAddSingleton<MailStore>();
        services.AddHostedService<MailRunner>();
        return services;
    }
}
