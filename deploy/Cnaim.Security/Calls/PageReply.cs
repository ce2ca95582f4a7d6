namespace Cnaim.Security.Calls;

/// <summary>One page, without the values that belong to the request.</summary>
internal sealed record PageReply(int Status, string? Location, string ContentSecurityPolicy, string Text);
