namespace Cnaim.OfficeKit.Hosting;

/// <summary>Collects what is wrong with a request, so that the answer names everything at once.</summary>
internal sealed class Errors
{
    private readonly Dictionary<string, List<string>> _byField = new(StringComparer.Ordinal);

    public bool Any => _byField.Count > 0;

    /// <summary>Notes an error when the condition does not hold.</summary>
    public void Require(bool holds, string field, string message)
    {
        if (holds)
        {
            return;
        }

        if (!_byField.TryGetValue(field, out var messages))
        {
            _byField[field] = messages = [];
        }

        messages.Add(message);
    }

    /// <summary>Notes each code that is not in a list, by name.</summary>
    public void RequireKnown(IEnumerable<string> values, IReadOnlyCollection<string> known, string field)
    {
        foreach (var value in values.Where(value => !known.Contains(value, StringComparer.Ordinal)))
        {
            Require(false, field, $"'{Shorten(value)}' is not known.");
        }
    }

    public IReadOnlyDictionary<string, string[]> ToDictionary() => _byField.ToDictionary(pair => pair.Key, pair => pair.Value.ToArray(), StringComparer.Ordinal);

    /// <summary>A value for an error text, cut so that nothing long comes back.</summary>
    public static string Shorten(string? value) => value is { Length: > 64 } ? value[..64] : value ?? "";
}
