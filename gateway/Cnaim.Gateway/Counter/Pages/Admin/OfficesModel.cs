using Cnaim.Gateway.Counter.Components;
using Microsoft.AspNetCore.Mvc;

namespace Cnaim.Gateway.Counter.Pages.Admin;

/// <summary>S32: every office at every centre, those without a focal point first.</summary>
internal sealed class OfficesModel : AdminPage
{
    protected override string Name => AdminPages.Offices;

    /// <summary>The centre that is looked at; empty is all.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Centre { get; set; }

    public IReadOnlyList<(CentreOffices Centre, OfficeThere Office)> Rows { get; private set; } = [];

    public IReadOnlyList<Choice> Centres { get; private set; } = [];

    public bool IsWhole => IsNetwork;

    public int WithoutFocalPoint => Rows.Count(row => row.Office.FocalPointAssumed);

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (!IsAllowed)
        {
            return NotFound();
        }

        var answer = await Calls.GetAsync<CentreOfficesList>("directory", "/v1/centres", cancellationToken);
        if (!answer.IsGood)
        {
            return Missing(answer.Problem);
        }

        Centre = IsNetwork ? Centre : Staff.Centre;
        Centres = [new Choice("", Words["Admin_AllCentres"]), .. answer.Value.Items.Where(centre => centre.Offices.Count > 0).Select(centre => new Choice(centre.Code, centre.Name))];
        Rows =
        [
            .. answer.Value.Items.Where(centre => string.IsNullOrEmpty(Centre) || string.Equals(centre.Code, Centre, StringComparison.Ordinal))
                .SelectMany(centre => centre.Offices.Select(office => (centre, office)))
                .OrderByDescending(row => row.office.FocalPointAssumed),
        ];
        return Page();
    }
}
