namespace Cnaim.Identity.SignIn;

/// <summary>What has been shown so far in a sign-in.</summary>
internal sealed record SignInTicket(Guid StaffId, string Stamp, Guid? Assignment, DateTimeOffset EndsAt);
