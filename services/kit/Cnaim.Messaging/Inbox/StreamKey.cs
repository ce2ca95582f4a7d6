namespace Cnaim.Messaging.Inbox;

/// <summary>A stream as its receiver sees it.</summary>
internal readonly record struct StreamKey(string Source, Guid StreamId, string Audience);
