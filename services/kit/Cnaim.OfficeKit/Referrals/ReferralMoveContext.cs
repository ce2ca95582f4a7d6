using Cnaim.ServiceDefaults.Authentication;
using Cnaim.ServiceDefaults.Http;

namespace Cnaim.OfficeKit.Referrals;

/// <summary>An action as it was asked for.</summary>
internal sealed record ReferralMoveContext(Guid ReferralId, string Action, ReferralMoveBody Body, Actor Actor, IfMatch IfMatch);
