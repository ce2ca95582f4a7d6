using System.Globalization;
using Cnaim.Gateway.Counter.Components;
using Microsoft.AspNetCore.Mvc;

namespace Cnaim.Gateway.Counter.Pages.Partners;

/// <summary>S28, D6: gives an endpoint a new secret, shown once; the former signs too for as long as the partner needs.</summary>
internal sealed class EndpointSecretModel : EndpointPage
{
    private static readonly int[] Overlaps = [0, 1, 24, 72, 168];

    [BindProperty]
    public int KeepHours { get; set; } = 24;

    public string? Secret { get; private set; }

    public IReadOnlyList<Choice> Choices => [.. Overlaps.Select(hours => new Choice(hours.ToString(CultureInfo.InvariantCulture), Words.Format("Partner_Hours", hours)))];

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancellationToken)
    {
        var path = string.Create(CultureInfo.InvariantCulture, $"{Endpoints}/{id}/rotate-secret?keepHours={KeepHours}");
        var answer = await DoAsync<PartnerEndpointSecret>(path, null, cancellationToken, Version);
        if (!answer.IsGood)
        {
            Errors.Add(answer.Problem, Words);
        }

        Secret = answer.Value?.Secret;
        return await OnGetAsync(id, cancellationToken);
    }
}
