namespace Cnaim.Gateway.Counter.Pages.People;

/// <summary>What the person is to be told when it is safe.</summary>
internal sealed record Notice(Guid NoticeId, string Kind, DateTimeOffset? GivenAt, string Office, string Reason, DateTimeOffset GrantedAt);

/// <summary>All of them.</summary>
internal sealed record Notices(IReadOnlyList<Notice> Items);
