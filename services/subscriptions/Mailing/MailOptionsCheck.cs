using System.Net.Mail;
using Microsoft.Extensions.Options;

namespace Cnaim.Subscriptions.Mailing;

/// <summary>A service that shall write says so at its start when it could not.</summary>
internal sealed class MailOptionsCheck : IValidateOptions<MailOptions>
{
    public ValidateOptionsResult Validate(string? name, MailOptions options) => options switch
    {
        { IsOn: false } => ValidateOptionsResult.Success,
        _ when !MailAddress.TryCreate(options.From, out _) => ValidateOptionsResult.Fail("Mail__From: use an e-mail address."),
        { Link: not { IsAbsoluteUri: true } } => ValidateOptionsResult.Fail("Mail__Link: name the address of the inbox page, for example https://cnaim.example/partners/inbox."),
        { Tls: false, Password: not null } => ValidateOptionsResult.Fail("Mail__Tls: a password is sent over TLS only."),
        _ => ValidateOptionsResult.Success,
    };
}
