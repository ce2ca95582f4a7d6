using System.Collections.Concurrent;

namespace Cnaim.Demo.Play;

/// <summary>One agent for each office and centre that was sent something, and one follower for each referral.</summary>
internal sealed class AgentPool(Func<string, string, OfficeAgent> createAgent, LoopWatcher watcher, CancellationToken stopping)
{
    private readonly ConcurrentDictionary<(string Office, string Centre), Lazy<Task>> _agents = new();
    private readonly ConcurrentBag<Task> _followed = [];

    public void Open(TrackedReferral referral)
    {
        _ = _agents.GetOrAdd(
            (referral.Office, referral.Centre),
            place => new Lazy<Task>(() => Task.Run(() => createAgent(place.Office, place.Centre).WorkAsync(stopping), CancellationToken.None))).Value;
        if (referral.Behaviour is not OfficeBehaviour.NeverAnswer)
        {
            _followed.Add(Task.Run(() => watcher.FollowAsync(referral, stopping), CancellationToken.None));
        }
    }

    /// <summary>Completes when every referral that anybody will answer was seen to end by its sender.</summary>
    public Task WhenAnsweredAsync() => Task.WhenAll(_followed);

    /// <summary>Completes when the agents have gone home; call after they were told to stop.</summary>
    public Task WhenGoneAsync() => Task.WhenAll(_agents.Values.Select(agent => agent.Value).Concat(_followed));
}
