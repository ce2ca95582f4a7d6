using System.ComponentModel.DataAnnotations;

namespace Cnaim.Subscriptions.Mailing;

/// <summary>How partners' focal points are written to (section <c>Mail</c>); without a host nobody is.</summary>
internal sealed class MailOptions
{
    /// <summary>The SMTP server; null for no mail.</summary>
    public string? Host { get; set; }

    [Range(1, 65535)]
    public int Port { get; set; } = 587;

    /// <summary>Whether the server must offer STARTTLS and have a certificate that is trusted. Default yes.</summary>
    public bool Tls { get; set; } = true;

    /// <summary>The account at the server; null for none.</summary>
    public string? User { get; set; }

    public string? Password { get; set; }

    /// <summary>The sender's address.</summary>
    public string From { get; set; } = "no-reply@cnaim.invalid";

    /// <summary>The address of the inbox page, as partners reach it.</summary>
    public Uri? Link { get; set; }

    /// <summary>A partner gets one mail in so many minutes at most; 1 to 1440, default 60.</summary>
    [Range(1, 1440)]
    public int MinutesBetween { get; set; } = 60;

    /// <summary>Seconds between two looks; 1 to 3600, default 30.</summary>
    [Range(1, 3600)]
    public int LookSeconds { get; set; } = 30;

    /// <summary>Seconds within which a server must have taken a mail; 1 to 55, default 20. A lease lasts a minute.</summary>
    [Range(1, 55)]
    public int TimeoutSeconds { get; set; } = 20;

    public bool IsOn => Host is { Length: > 0 };
}
