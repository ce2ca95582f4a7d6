using Cnaim.Demo.Reference;

namespace Cnaim.Demo.Play;

/// <summary>One referral that follows from a proposal: a request of the office, with the issues that lead to it.</summary>
internal sealed record ProposedReferral(OfficeRequest Request, IReadOnlyList<string> Issues, string Priority);
