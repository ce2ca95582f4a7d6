using Cnaim.Gateway.Counter.Calls;
using Cnaim.Gateway.Counter.Components;
using Microsoft.AspNetCore.Mvc;

namespace Cnaim.Gateway.Counter.Pages.Admin;

/// <summary>S32: names who is reminded at an office of a centre, from a day on.</summary>
internal sealed class FocalPointNewModel(OfficeCodes offices, CodeNames names, TimeProvider clock) : AdminPage
{
    protected override string Name => AdminPages.FocalPoints;

    [BindProperty(SupportsGet = true)]
    public string? Centre { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Office { get; set; }

    [BindProperty]
    public string? Holder { get; set; }

    [BindProperty]
    public TypedDate ValidFrom { get; set; } = new();

    [BindProperty]
    public TypedDate ValidTo { get; set; } = new();

    public bool IsWhole => IsNetwork;

    public IReadOnlyList<Choice> Centres => [new Choice("", ""), .. names.Codes("Centre").Select(code => new Choice(code, Words.Code("Centre", code))).OrderBy(choice => choice.Text, StringComparer.CurrentCulture)];

    public IReadOnlyList<Choice> Offices => [new Choice("", ""), .. offices.All.Append("reception").Select(code => new Choice(code, Words.Office(code))).OrderBy(choice => choice.Text, StringComparer.CurrentCulture)];

    public IActionResult OnGet()
    {
        Centre = IsNetwork ? Centre : Staff.Centre;
        ValidFrom = TypedDate.Of(Words.DayOf(clock.GetUtcNow()));
        return IsAllowed ? Page() : NotFound();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (!IsAllowed)
        {
            return NotFound();
        }

        Centre = IsNetwork ? Centre : Staff.Centre;
        Demand("centre", Centre);
        Demand("office", Office);
        Demand("holder", Holder);
        var (from, to) = (Required(ValidFrom, "validFrom"), Optional(ValidTo, "validTo"));
        if (!Errors.IsEmpty)
        {
            return Again();
        }

        var body = new { centre = Centre, office = Office, holder = Holder!.Trim(), validFrom = from, validTo = to };
        var answer = await Calls.SendAsync<FocalPoint>(new ServiceRequest("directory", HttpMethod.Post, "/v1/focal-points") { Body = body, IdempotencyKey = FormKey }, cancellationToken);
        if (answer.IsGood)
        {
            Tell("admin-focal-point");
            return LocalRedirect("/admin/focal-points");
        }

        Explain(answer.Problem);
        return Again();
    }

    private void Demand(string field, string? value)
    {
        if (string.IsNullOrWhiteSpace(value))
        {
            Errors.Add(field, Words["Admin_Missing_" + field]);
        }
    }

    // Each at the field that it is about.
    private void Explain(ServiceProblem problem)
    {
        switch (problem.Code)
        {
            case "focal-point-overlaps":
                Errors.Add("validFrom", Words["Admin_Overlaps"]);
                break;
            case "focal-point-office-unknown":
                Errors.Add("office", Words["Admin_OfficeNotThere"]);
                break;
            default:
                Errors.Add(problem, Words);
                break;
        }
    }
}
