using Cnaim.Subscriptions.Agreements;

namespace Cnaim.Subscriptions.Mailing;

/// <summary>Says how many, and where to look; never what.</summary>
internal static class ComposeMail
{
    private const string Subject = "CNAIM: novidades para a sua entidade / news for your organisation";

    public static PartnerMail Of(MailRow mail, AgreementRow agreement, Uri link) => new(mail.MailId, agreement.FocalPointEmail, Subject, $"""
        {agreement.Name}

        Acontecimentos por ler: {mail.Events}
        Avisos sobre os seus pontos de receção: {mail.Notices}
        Entre para ver: {link}
        Pode desligar este aviso nessa página.

        Events to read: {mail.Events}
        Notices about your endpoints: {mail.Notices}
        Sign in to see them: {link}
        You can turn this notice off on that page.
        """.ReplaceLineEndings("\r\n")); // lines of mail end so
}
