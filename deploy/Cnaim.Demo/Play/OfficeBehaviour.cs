namespace Cnaim.Demo.Play;

/// <summary>What becomes of a referral.</summary>
internal enum OfficeBehaviour
{
    Complete,
    HoldAndComplete,
    HelpInPart,
    Reject,
    Fail,
    CancelAtOffice,
    CancelAtDesk,
    NeverAnswer,
}
