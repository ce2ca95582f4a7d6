using Cnaim.Subscriptions.Events;

namespace Cnaim.Subscriptions.Feed;

/// <summary>Events in the order in which they became known here.</summary>
/// <param name="Items">CloudEvents, as the agreement lets them out.</param>
/// <param name="Next">The <c>after</c> of the next call; always there, and further on also when no item is allowed.</param>
/// <param name="More">Whether there is more to read at once.</param>
internal sealed record FeedPage(IReadOnlyList<CloudEvent> Items, string Next, bool More);
