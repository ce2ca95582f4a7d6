using Cnaim.Gateway.Counter.Components;
using Microsoft.AspNetCore.Mvc;

namespace Cnaim.Gateway.Counter.Pages.Directory;

/// <summary>S24: the network's services for everybody. Filters are codes and stand in the address; what is typed does not.</summary>
internal sealed class SearchModel(TimeProvider clock) : CounterPage
{
    public static readonly string[] Themes = ["national_centre", "local_centre", "support_office", "government_desk", "mobile", "telephone", "other"];

    [BindProperty(SupportsGet = true)]
    public string? Theme { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Place { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Now { get; set; }

    [BindProperty]
    public string? Text { get; set; }

    /// <summary>What fits, with its places that fit; null where the directory is silent.</summary>
    public IReadOnlyList<FoundService>? Found { get; private set; }

    /// <summary>What can be called from everywhere, for when nothing fits.</summary>
    public IReadOnlyList<NetworkService> ByTelephone { get; private set; } = [];

    public IReadOnlyList<Choice> Places { get; private set; } = [new Choice("", "")];

    public bool IsOpenOnly => Now is "1";

    public DateTime Local => TimeZoneInfo.ConvertTime(clock.GetUtcNow(), Words.CentreTime).DateTime;

    public Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) => ShowAsync(search: null, cancellationToken);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (!string.IsNullOrWhiteSpace(Text))
        {
            return await ShowAsync(Text.Trim(), cancellationToken);
        }

        Errors.Add(nameof(Text), Words["Directory_TextMissing"]);
        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return await ShowAsync(search: null, cancellationToken);
    }

    /// <summary>The address of this list, without one of its filters.</summary>
    public string Without(string filter) => "/directory" + QueryString.Create(
        new Dictionary<string, string?>(StringComparer.Ordinal) { ["theme"] = Theme, ["place"] = Place, ["now"] = Now }
            .Where(pair => !string.IsNullOrEmpty(pair.Value) && !string.Equals(pair.Key, filter, StringComparison.Ordinal)));

    private async Task<IActionResult> ShowAsync(string? search, CancellationToken cancellationToken)
    {
        var answer = await Calls.GetAsync<NetworkServices>("directory", "/v1/services?full=true&per_page=500", cancellationToken);
        if (answer.Value is not { } all)
        {
            return Page();
        }

        var towns = all.Contents.SelectMany(service => service.Places).Select(place => place.Municipality).OfType<string>().Distinct(StringComparer.Ordinal).Order(StringComparer.CurrentCulture);
        Places = [new Choice("", Words["Directory_AnyPlace"]), .. towns.Select(town => new Choice(town, town))];
        ByTelephone = [.. all.Contents.Where(service => service.Category is "telephone")];
        Found = [.. all.Contents.Where(service => IsCalled(service, search) && (string.IsNullOrEmpty(Theme) || string.Equals(service.Category, Theme, StringComparison.Ordinal))).Select(Narrow).OfType<FoundService>()];
        return Page();
    }

    // Where it is asked for a place or for what is open, only services that have such a place.
    private FoundService? Narrow(NetworkService service)
    {
        var places = service.Places.Where(place => (string.IsNullOrEmpty(Place) || string.Equals(place.Municipality, Place, StringComparison.Ordinal)) && (!IsOpenOnly || IsOpen(place.Schedules))).ToList();
        var isEverywhere = string.IsNullOrEmpty(Place) && IsOpenOnly && IsOpen(service.Schedules);
        return places.Count > 0 || isEverywhere || (string.IsNullOrEmpty(Place) && !IsOpenOnly) ? new FoundService(service, places, IsOpen(service.Schedules)) : null;
    }

    public bool IsOpen(IReadOnlyList<NetworkSchedule> schedules) => schedules.Any(schedule => schedule.IsOpenAt(Local));

    private static bool IsCalled(NetworkService service, string? search) => search is null
        || new[] { service.Name, service.AlternateName, service.Description }.OfType<string>().Any(text => SearchText.Holds(text, search))
        || service.Places.Any(place => SearchText.Holds(place.Name + " " + place.Municipality, search));
}

/// <summary>A service that fits, with its places that do.</summary>
internal sealed record FoundService(NetworkService Service, IReadOnlyList<NetworkPlace> Places, bool IsOpen);
