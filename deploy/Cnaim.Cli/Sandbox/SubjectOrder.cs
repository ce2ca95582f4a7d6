using System.Globalization;

namespace Cnaim.Cli.Sandbox;

/// <summary>Whether events come in the order of their subject: by sequence where both are of one office, by time where they are of two, or where there is no sequence.</summary>
internal sealed class SubjectOrder
{
    private readonly Lock _one = new();
    private readonly Dictionary<string, Subject> _subjects = new(StringComparer.Ordinal);

    /// <summary>Notes that an event has come, before it is answered.</summary>
    /// <returns>Not in order when a later one of its subject was taken before, or an earlier one was sent back and is still owed; one that was taken comes again as it came. First when nothing of its subject has come before.</returns>
    public (bool IsInOrder, bool IsFirst) Note(SandboxEvent received)
    {
        lock (_one)
        {
            var isFirst = !_subjects.TryGetValue(received.Subject, out var subject);
            subject ??= _subjects[received.Subject] = new Subject();
            var isInOrder = subject.Taken.TryGetValue(received.Id, out var before)
                ? before.IsInOrder
                : !subject.Taken.Values.Any(taken => IsBefore(received, taken.Event)) && !subject.Owed.Values.Any(owed => IsBefore(owed, received));
            return (isInOrder, isFirst);
        }
    }

    /// <summary>Notes how it was answered: taken, or sent back and so still owed.</summary>
    public void Answered(SandboxEvent received, bool isTaken, bool isInOrder)
    {
        lock (_one)
        {
            var subject = _subjects[received.Subject];
            if (isTaken)
            {
                subject.Owed.Remove(received.Id);
                subject.Taken.TryAdd(received.Id, (received, isInOrder));
            }
            else
            {
                subject.Owed[received.Id] = received;
            }
        }
    }

    private static bool IsBefore(SandboxEvent one, SandboxEvent other) =>
        one.Sequence is not null && other.Sequence is not null && string.Equals(one.Source, other.Source, StringComparison.Ordinal)
            ? Number(one) < Number(other)
            : one.Time < other.Time;

    private static long Number(SandboxEvent one) => long.Parse(one.Sequence!, NumberStyles.None, CultureInfo.InvariantCulture);

    private sealed class Subject
    {
        public Dictionary<string, SandboxEvent> Owed { get; } = new(StringComparer.Ordinal);

        public Dictionary<string, (SandboxEvent Event, bool IsInOrder)> Taken { get; } = new(StringComparer.Ordinal);
    }
}
