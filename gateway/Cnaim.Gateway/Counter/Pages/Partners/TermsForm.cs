using Cnaim.Gateway.Counter.Calls;
using Cnaim.Gateway.Counter.Components;
using Microsoft.AspNetCore.Mvc;

namespace Cnaim.Gateway.Counter.Pages.Partners;

/// <summary>Asks for other terms of an agreement: a partner of its own, an administrator of any.</summary>
internal abstract class TermsForm(OfficeCodes offices, CodeNames names, TimeProvider clock) : CounterPage
{
    private const string Yes = "yes";
    private const string No = "no";
    private static readonly string[] AllLevels = ["count", "status", "party"];

    [BindProperty]
    public string? PartnerName { get; set; }

    [BindProperty]
    public IReadOnlyList<string> EventTypes { get; set; } = [];

    [BindProperty]
    public string? Municipalities { get; set; }

    [BindProperty]
    public string? DataLevel { get; set; }

    [BindProperty]
    public string? Office { get; set; }

    [BindProperty]
    public string? Queue { get; set; }

    [BindProperty]
    public TypedDate ValidFrom { get; set; } = new();

    [BindProperty]
    public TypedDate ValidUntil { get; set; } = new();

    [BindProperty]
    public string? FocalPointName { get; set; }

    [BindProperty]
    public string? FocalPointEmail { get; set; }

    [BindProperty]
    public string? Reason { get; set; }

    public IReadOnlyList<Choice> Types => EventNames.Choices(Words, EventNames.All);

    public IReadOnlyList<Choice> Levels => [.. AllLevels.Select(level => new Choice(level, Words.Code("DataLevel", level), Words["DataLevelHint_" + level]))];

    public IReadOnlyList<Choice> Offices => [new Choice("", Words["Partner_NoOffice"]), .. offices.All.Append("reception").Select(code => new Choice(code, Words.Office(code))).OrderBy(choice => choice.Text, StringComparer.CurrentCulture)];

    public IReadOnlyList<Choice> Queues => [new Choice(No, Words["Partner_QueueNo"]), new Choice(Yes, Words["Partner_QueueYes"])];

    protected void Show(PartnerTerms? terms)
    {
        (PartnerName, EventTypes, Municipalities, DataLevel, Office) = (terms?.Name, terms?.EventTypes ?? [], terms is null ? null : EventNames.Places(Words, terms.Municipalities), terms?.DataLevel ?? AllLevels[0], terms?.Office);
        Queue = terms is { Queue: true } ? Yes : No;
        (ValidFrom, ValidUntil) = (TypedDate.Of(terms?.ValidFrom ?? Words.DayOf(clock.GetUtcNow())), TypedDate.Of(terms?.ValidUntil));
        (FocalPointName, FocalPointEmail) = (terms?.FocalPoint.Name, terms?.FocalPoint.Email);
    }

    /// <summary>What was typed, as the service takes it; null when a date or a place cannot be read.</summary>
    protected PartnerTerms? Read()
    {
        var (from, until, places) = (Date(ValidFrom, "validFrom"), ValidUntil.IsEmpty ? null : Date(ValidUntil, "validUntil"), Places());
        return !Errors.IsEmpty ? null : new()
        {
            Name = PartnerName?.Trim() ?? "",
            EventTypes = EventTypes,
            Municipalities = places,
            DataLevel = DataLevel ?? "",
            Office = DataLevel is "party" && Office is { Length: > 0 } ? Office : null,
            Queue = Queue is Yes,
            ValidFrom = from!.Value,
            ValidUntil = until,
            FocalPoint = new(FocalPointName?.Trim() ?? "", FocalPointEmail?.Trim() ?? ""),
        };
    }

    /// <summary>What a service found wrong, at the field that is meant.</summary>
    protected IActionResult Explain(ServiceProblem problem) => Again(problem with
    {
        Errors = problem.Errors?.ToDictionary(error => error.Key switch { "name" => "partnerName", "focalPoint.name" => "focalPointName", "focalPoint.email" => "focalPointEmail", var key => key }, error => error.Value, StringComparer.Ordinal),
    });

    private DateOnly? Date(TypedDate date, string field)
    {
        if (date.Read() is { } day)
        {
            return day;
        }

        Errors.Add(field, Words[date.IsEmpty ? "Admin_DateMissing" : "Admin_DateWrong"]);
        return null;
    }

    private List<string> Places()
    {
        var texts = (Municipalities ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        var codes = texts.Select(text => string.Equals(text, "*", StringComparison.Ordinal) || string.Equals(text, Words["Partner_Everywhere"], StringComparison.OrdinalIgnoreCase) ? "*" : names.CodeOf("Municipality", text)).ToList();
        if (codes.Count == 0 || codes.Contains(null))
        {
            Errors.Add("municipalities", Words.ProblemAt("municipalities"));
        }

        return [.. codes.OfType<string>()];
    }
}
