namespace Cnaim.Messaging.Topology;

/// <summary>RabbitMQ's topic patterns: <c>*</c> is one word, <c>#</c> any number of words.</summary>
internal static class TopicPattern
{
    public static bool IsMatch(string pattern, string key) => IsMatch(pattern.Split('.'), key.Split('.'));

    private static bool IsMatch(ReadOnlySpan<string> pattern, ReadOnlySpan<string> words)
    {
        if (pattern.IsEmpty)
        {
            return words.IsEmpty;
        }

        if (pattern[0] is "#")
        {
            return IsMatch(pattern[1..], words) || (!words.IsEmpty && IsMatch(pattern, words[1..]));
        }

        return !words.IsEmpty && (pattern[0] is "*" || string.Equals(pattern[0], words[0], StringComparison.Ordinal)) && IsMatch(pattern[1..], words[1..]);
    }
}
