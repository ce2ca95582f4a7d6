using System.Net;
using System.Net.Mail;
using System.Text;
using Microsoft.Extensions.Options;

namespace Cnaim.Subscriptions.Mailing;

/// <summary>SMTP, with STARTTLS unless it is turned off.</summary>
internal sealed class SmtpMailServer(IOptions<MailOptions> options) : IMailServer
{
    public async Task SendAsync(PartnerMail mail, CancellationToken cancellationToken)
    {
        var settings = options.Value;
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(TimeSpan.FromSeconds(settings.TimeoutSeconds));
        using var client = new SmtpClient(settings.Host, settings.Port)
        {
            EnableSsl = settings.Tls,
            Credentials = settings.User is null ? null : new NetworkCredential(settings.User, settings.Password),
        };
        using var message = new MailMessage(settings.From, mail.To, mail.Subject, mail.Text) { SubjectEncoding = Encoding.UTF8, BodyEncoding = Encoding.UTF8 };
        // The same for every try: a reader's program shows a mail that was sent twice once.
        message.Headers.Add("Message-ID", $"<{mail.Id:N}@{message.From!.Host}>");
        message.Headers.Add("Auto-Submitted", "auto-generated");
        try
        {
            await client.SendMailAsync(message, limit.Token);
        }
        catch (OperationCanceledException late) when (!cancellationToken.IsCancellationRequested)
        {
            throw new SmtpException("The server did not answer in time.", late);
        }
    }
}
