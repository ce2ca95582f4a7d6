namespace Cnaim.Directory.Centres;

/// <summary>Hours on some days of the week (iCalendar names), in the centre's zone.</summary>
internal sealed record OpeningHours(IReadOnlyList<string> Days, string Opens, string Closes);
