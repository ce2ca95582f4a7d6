namespace Cnaim.OfficeKit.Referrals;

/// <summary>The kinds of <see cref="Contracts.Commands.CancelReferral"/>.</summary>
internal static class CancelKind
{
    public const string Cancel = "cancel";
    public const string EnterInError = "enter-in-error";
    public const string NoResponse = "no-response";
}
