using Cnaim.Gateway.Counter.Components;
using Cnaim.Gateway.Counter.Pages.People;
using Cnaim.Gateway.Counter.Pages.Referrals;
using Cnaim.Gateway.Counter.Texts;
using Microsoft.AspNetCore.Mvc;

namespace Cnaim.Gateway.Counter.Pages.UiKit;

/// <summary>Every component of the counter in its states, with what to write for it; it holds no data, and what is sent goes nowhere.</summary>
internal sealed class KitModel(PersonTexts texts) : CounterPage
{
    /// <summary>The states that have a colour, by the kind of their texts.</summary>
    public static readonly (string Kind, string[] Statuses)[] States =
    [
        ("Status", WorklistModel.Statuses),
        ("TicketState", ["waiting", "transferred", "called", "serving", "parked", "no-show", "done"]),
        ("CaseState", Cases.ListModel.States),
        ("ApptState", ["booked", "proposed", "confirmed", "attended", "no-show", "moved", "cancelled"]),
        ("Capacity", ["available", "waiting-list", "full", "assessment"]),
        ("Eligibility", ["eligible", "not-eligible", "unknown"]),
        ("DeskState", ["open", "paused", "closed"]),
        ("Level", ["calm", "busy", "over"]),
        ("Flag", ["urgent", "emergency", "overdue", "escalated", "protected"]),
    ];

    public static readonly string[] Sections =
        ["fields", "choices", "moment", "decision", "states", "banners", "table", "filters", "summary", "timeline", "identity", "both", "silent", "long", "rtl"];

    /// <summary><c>errors</c> shows the same page as it is after a form that lacked everything.</summary>
    [BindProperty(SupportsGet = true)]
    public string? State { get; set; }

    [BindProperty]
    public string? Filled { get; set; }

    [BindProperty]
    public string? Empty { get; set; }

    [BindProperty]
    public string? Chosen { get; set; }

    [BindProperty]
    public string?[] Several { get; set; } = [];

    [BindProperty]
    public string? Listed { get; set; }

    [BindProperty]
    public TypedDate Dated { get; set; } = new();

    [BindProperty]
    public string? Day { get; set; }

    [BindProperty]
    public string? Month { get; set; }

    [BindProperty]
    public string? Year { get; set; }

    [BindProperty]
    public string? Time { get; set; }

    public IReadOnlyList<Choice> Choices => [new("a", Words["Kit_ChoiceA"], Words["Kit_ChoiceHint"]), new("b", Words["Kit_ChoiceB"]), new("c", Words["Kit_Long"])];

    /// <summary>Nobody: a name that does not exist, with all that a bar can show.</summary>
    public Person Nobody => new()
    {
        Id = "",
        ProcessNumber = "CN-0000-0000",
        GivenNames = [Words["Kit_Given"]],
        Birth = "1990",
        Languages = ["ara", "fra"],
        IsProtected = true,
    };

    public IReadOnlyList<TimelineEntry> Entries =>
    [
        new(Words["Verb_created"], DateTimeOffset.UnixEpoch, Words["Role_mediator"]),
        new(Words["Verb_requested"], DateTimeOffset.UnixEpoch.AddHours(1), Words["Role_mediator"], Words["Kit_Long"]),
        new(Words["Verb_accepted"], DateTimeOffset.UnixEpoch.AddDays(1)),
    ];

    public PersonLanguage Arabic => texts.For("ar");

    public IActionResult OnGet()
    {
        if (State is "errors")
        {
            Refuse();
        }

        Filled = Words["Kit_ChoiceA"];
        return Page();
    }

    public IActionResult OnPost()
    {
        if (string.IsNullOrWhiteSpace(Empty))
        {
            Refuse();
            return Again();
        }

        Tell("kit");
        return LocalRedirect("/ui-kit");
    }

    private void Refuse()
    {
        foreach (var field in new[] { nameof(Empty), nameof(Chosen), nameof(Several), nameof(Listed), nameof(Dated), nameof(Day) })
        {
            Errors.Add(field, Words["Kit_Missing_" + field]);
        }
    }
}
