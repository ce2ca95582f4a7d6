using Cnaim.Gateway.Counter.Calls;
using Cnaim.Gateway.Counter.Components;
using Cnaim.Gateway.Counter.Pages.Admin;
using Cnaim.ServiceDefaults.Authentication;

namespace Cnaim.Gateway.Counter.Pages.Referrals;

/// <summary>Who can take a request: the office at its centres, the own and the near ones first, or whoever of the area says yes first.</summary>
internal sealed record Receivers(IReadOnlyList<Choice> Choices, string? Area, IReadOnlyList<AnswerTime> Times, bool IsSilent)
{
    /// <summary>In place of a centre: open to any office of the area.</summary>
    public const string Open = "open";

    public static readonly Receivers None = new([], Area: null, [], IsSilent: false);

    public static async Task<Receivers> FindAsync(ServiceCalls calls, Words words, ServedRequest asked, Actor staff, CancellationToken cancellationToken)
    {
        var (centres, times) = (
            calls.GetAsync<CentreOfficesList>("directory", "/v1/centres", cancellationToken),
            calls.GetAsync<AnswerTimes>("directory", $"/v1/deadlines?office={asked.Office}&request={asked.Code}", cancellationToken));
        await Task.WhenAll(centres, times);
        if ((await centres).Value is not { } all)
        {
            return None with { IsSilent = true };
        }

        var area = all.Items.FirstOrDefault(centre => string.Equals(centre.Code, staff.Centre, StringComparison.Ordinal))?.Municipality;
        var near = area is null ? null : (await calls.GetAsync<Candidates>("directory", $"/v1/candidates?request={asked.Code}&area={area}", cancellationToken)).Value;
        string[] order = [staff.Centre, .. (near?.Items ?? []).Select(candidate => candidate.Centre)];
        var places = all.Items.Where(centre => centre.Open)
            .SelectMany(centre => centre.Offices.Where(office => Is(office.Office, asked.Office)).Select(office => (Centre: centre, Office: office)))
            .Where(place => !Is(asked.Office, staff.Office) || !Is(place.Centre.Code, staff.Centre))
            .OrderBy(place => place.Office.Capacity is 0).ThenBy(place => Array.IndexOf(order, place.Centre.Code) is >= 0 and var index ? index : order.Length)
            .Select(place => new Choice(place.Centre.Code, words.Code("Centre", place.Centre.Code), Of(place.Centre, place.Office, words)));
        var open = near is { Items.Count: > 0 } ? new[] { new Choice(Open, words["Referral_Open"], words["NewReferral_OpenHint"]) } : [];
        return new Receivers([.. places, .. open], area, (await times).Value?.Items ?? [], IsSilent: false);
    }

    /// <summary>How soon an answer and an end are due; null where the directory has not said.</summary>
    public string? Soon(string priority, Words words) => Times.FirstOrDefault(time => Is(time.Priority, priority)) is { } time
        ? words.Format("NewReferral_Soon", Text(time.Acknowledge, words), Text(time.Resolve, words))
        : null;

    private static string Text(TimeSpanOf span, Words words) => words.Format("Span_" + span.Unit, span.Amount);

    // Free places where they are counted; hours and the focal point say when they are only assumed.
    private static string Of(CentreOffices centre, OfficeThere office, Words words)
    {
        var parts = new List<string> { words.Hours(centre.OpeningHours) + (centre.OpeningHoursAssumed ? $" ({words["Admin_Assumed"]})" : "") };
        if (office.Capacity is { } capacity)
        {
            parts.Insert(0, capacity is 0 ? words["Capacity_full"] : words.Format("NewReferral_Free", capacity));
        }

        parts.Add($"{words["Admin_FocalPoint"]}: {(office.FocalPointAssumed ? words["NewReferral_FocalPointAssumed"] : office.FocalPoint)}");
        return string.Join(" · ", parts);
    }

    private static bool Is(string left, string right) => string.Equals(left, right, StringComparison.Ordinal);
}

/// <summary>How soon an office answers and solves a request of one priority.</summary>
internal sealed record AnswerTime(string Priority, TimeSpanOf Acknowledge, TimeSpanOf Resolve);

/// <summary>A number of working days, hours or minutes.</summary>
internal sealed record TimeSpanOf(int Amount, string Unit);

/// <summary>The times that count, one for each priority.</summary>
internal sealed record AnswerTimes(IReadOnlyList<AnswerTime> Items);

/// <summary>Offices of an area that can take a request, the nearest first.</summary>
internal sealed record Candidates(IReadOnlyList<Candidate> Items);

/// <summary>One of them.</summary>
internal sealed record Candidate(string Office, string Centre);
