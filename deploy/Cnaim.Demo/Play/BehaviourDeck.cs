using Cnaim.Demo.People;

namespace Cnaim.Demo.Play;

/// <summary>
/// A shuffled deck of 100 cards, dealt again and again: the proportions below hold for every hundred referrals. They are assumptions;
/// no published figure says how often an office declines.
/// </summary>
internal sealed class BehaviourDeck(Draw draw)
{
    public static readonly IReadOnlyList<(OfficeBehaviour Behaviour, int Cards)> Proportions =
    [
        (OfficeBehaviour.Complete, 58),
        (OfficeBehaviour.HoldAndComplete, 10),
        (OfficeBehaviour.HelpInPart, 8),
        (OfficeBehaviour.Reject, 10),
        (OfficeBehaviour.Fail, 5),
        (OfficeBehaviour.CancelAtOffice, 2),
        (OfficeBehaviour.CancelAtDesk, 2),
        (OfficeBehaviour.NeverAnswer, 5),
    ];

    private readonly Lock _gate = new();
    private readonly Queue<OfficeBehaviour> _cards = new();

    public OfficeBehaviour Deal()
    {
        lock (_gate)
        {
            if (_cards.Count == 0)
            {
                foreach (var card in draw.Shuffled(Proportions.SelectMany(item => Enumerable.Repeat(item.Behaviour, item.Cards))))
                {
                    _cards.Enqueue(card);
                }
            }

            return _cards.Dequeue();
        }
    }
}
