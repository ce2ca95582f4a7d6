using System.Net.Mail;
using Cnaim.Data.Migrations;
using Cnaim.Subscriptions.Feed;
using Microsoft.Extensions.Options;
using Npgsql;

namespace Cnaim.Subscriptions.Mailing;

/// <summary>Writes to focal points what waits for them; at least once, and seldom (ADR 0111).</summary>
internal sealed partial class MailRunner(
    MailStore mails, FeedStore feed, IMailServer server, DatabaseStart start, IOptions<MailOptions> options, TimeProvider clock, ILogger<MailRunner> logger) : BackgroundService
{
    private static readonly TimeSpan LongestWait = TimeSpan.FromHours(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (!options.Value.IsOn)
        {
            return;
        }

        await start.WaitAsync(stoppingToken);
        using var timer = new PeriodicTimer(TimeSpan.FromSeconds(options.Value.LookSeconds), clock);
        do
        {
            try
            {
                await mails.PrepareAsync(TimeSpan.FromMinutes(options.Value.MinutesBetween), stoppingToken);
                while (await mails.LeaseAsync(stoppingToken) is { } mail)
                {
                    await SendAsync(mail, stoppingToken);
                }
            }
            catch (NpgsqlException error)
            {
                Log.DatabaseAway(logger, error.SqlState ?? error.GetType().Name);
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    private async Task SendAsync(MailRow mail, CancellationToken stoppingToken)
    {
        // The address as it is now: the agreement may have got another focal point meanwhile.
        if (await feed.AgreementAsync(mail.ClientId, stoppingToken) is not { } agreement)
        {
            await mails.SentAsync(mail, stoppingToken);
            return;
        }

        try
        {
            await server.SendAsync(ComposeMail.Of(mail, agreement, options.Value.Link!), stoppingToken);
            await mails.SentAsync(mail, stoppingToken);
        }
        catch (SmtpException refused)
        {
            Log.NotTaken(logger, mail.MailId, refused.StatusCode);
            await mails.LaterAsync(mail, WaitAfter(mail.Attempts), stoppingToken);
        }
    }

    /// <summary>1, 2, 4 minutes and so on, an hour at most.</summary>
    internal static TimeSpan WaitAfter(int attempts) => TimeSpan.FromMinutes(Math.Min(Math.Pow(2, attempts - 1), LongestWait.TotalMinutes));

    private static partial class Log
    {
        [LoggerMessage(EventId = 7211, Level = LogLevel.Warning, Message = "The mail server did not take mail {MailId} ({Status}); it is tried again")]
        public static partial void NotTaken(ILogger logger, Guid mailId, SmtpStatusCode status);

        [LoggerMessage(EventId = 7212, Level = LogLevel.Warning, Message = "Mails could not be read or written and are looked for again: {Reason}")]
        public static partial void DatabaseAway(ILogger logger, string reason);
    }
}
