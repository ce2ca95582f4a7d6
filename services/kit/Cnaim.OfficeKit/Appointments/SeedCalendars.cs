using System.Security.Cryptography;
using System.Text;
using Cnaim.Data.Migrations;
using Cnaim.Messaging;
using Cnaim.OfficeKit.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Cnaim.OfficeKit.Appointments;

/// <summary>Two invented counters at each national centre, so that the sandbox has free times; elsewhere those that a sandbox left are ended.</summary>
internal sealed partial class SeedCalendars(
    IServiceScopeFactory scopes, IConfiguration configuration, Office office, DatabaseStart start, TimeProvider clock, ILogger<SeedCalendars> logger) : BackgroundService
{
    private static readonly string[] Centres = ["cnaim-lisboa", "cnaim-porto", "cnaim-faro", "cnaim-beja"];
    private static readonly string[] Weekdays = ["MO", "TU", "WE", "TH", "FR"];
    private static readonly DateOnly Always = new(2020, 1, 1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await start.WaitAsync(stoppingToken);
        try
        {
            await SeedAsync(stoppingToken);
        }
        catch (Exception error) when (!stoppingToken.IsCancellationRequested)
        {
            Log.Failed(logger, error.GetType().Name);
        }
    }

    private async Task SeedAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var (transaction, calendars) = (scope.ServiceProvider.GetRequiredService<OfficeTransaction>(), scope.ServiceProvider.GetRequiredService<CalendarStore>());
        // Whatever is not the sandbox is production, so that a typing error closes and does not open.
        if (string.Equals(configuration["CNAIM_MODE"], "sandbox", StringComparison.Ordinal))
        {
            foreach (var calendar in Centres.SelectMany(centre => new[] { Counter(centre, "1"), Counter(centre, "2") }))
            {
                await calendars.InsertAsync(calendar, cancellationToken);
            }
        }
        else
        {
            await calendars.EndDemoAsync(DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime).AddDays(-1), cancellationToken);
        }

        await transaction.CommitAsync(cancellationToken);
    }

    // Each has a fixed id: one that a coordinator has changed since is left as it is.
    private StaffCalendar Counter(string centre, string name) => new()
    {
        CalendarId = new Guid(SHA256.HashData(Encoding.UTF8.GetBytes($"{office.Code}/{centre}/{name}")).AsSpan(0, 16)),
        Centre = centre,
        Counter = name,
        Days = Weekdays,
        Opens = TimeSpan.FromHours(9),
        Closes = TimeSpan.FromHours(17),
        SlotMinutes = 30,
        ValidFrom = Always,
        Demo = true,
    };

    private static partial class Log
    {
        [LoggerMessage(EventId = 3401, Level = LogLevel.Warning, Message = "The sandbox's calendars could not be written: {Reason}")]
        public static partial void Failed(ILogger logger, string reason);
    }
}
