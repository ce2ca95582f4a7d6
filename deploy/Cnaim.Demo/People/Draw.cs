namespace Cnaim.Demo.People;

/// <summary>Seeded draws; the same seed gives the same day.</summary>
internal sealed class Draw(int seed)
{
    private readonly Random _random = new(seed);

    public bool Chance(double probability) => _random.NextDouble() < probability;

    public int Between(int from, int to) => _random.Next(from, to + 1);

    public T One<T>(IReadOnlyList<T> items) => items[_random.Next(items.Count)];

    public T Weighted<T>(IReadOnlyList<T> items, Func<T, double> weight)
    {
        var left = _random.NextDouble() * items.Sum(weight);
        foreach (var item in items)
        {
            left -= weight(item);
            if (left < 0)
            {
                return item;
            }
        }

        return items[^1];
    }

    public string Weighted(params IReadOnlyList<(string Code, double Weight)> items) => Weighted(items, item => item.Weight).Code;

    public IReadOnlyList<T> Some<T>(IReadOnlyList<T> items, int count) => Shuffled(items).Take(count).ToList();

    public IReadOnlyList<T> Shuffled<T>(IEnumerable<T> items)
    {
        var copy = items.ToArray();
        _random.Shuffle(copy);
        return copy;
    }

    /// <summary>A generator of its own, so that what one person draws does not move the next one.</summary>
    public Draw Fork() => new(_random.Next());
}
