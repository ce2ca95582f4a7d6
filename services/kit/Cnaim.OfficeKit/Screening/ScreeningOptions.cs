namespace Cnaim.OfficeKit.Screening;

/// <summary>How the office asks screening; section <c>Screening</c>.</summary>
public sealed class ScreeningOptions
{
    /// <summary>How long one call may take before the referral stays a draft; default two seconds.</summary>
    public TimeSpan Deadline { get; set; } = TimeSpan.FromSeconds(2);
}
