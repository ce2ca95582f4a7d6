namespace Cnaim.Subscriptions.Mailing;

/// <summary>Hands a mail to a mail server.</summary>
internal interface IMailServer
{
    /// <summary>Returns when the server has taken it.</summary>
    /// <exception cref="System.Net.Mail.SmtpException">The server did not take it, or not in time.</exception>
    Task SendAsync(PartnerMail mail, CancellationToken cancellationToken);
}

/// <summary>A mail as it leaves.</summary>
internal sealed record PartnerMail(Guid Id, string To, string Subject, string Text);
