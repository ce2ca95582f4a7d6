using Cnaim.Gateway.Counter.Calls;
using Cnaim.Gateway.Routing;
using Cnaim.ServiceDefaults.Authentication;
using Microsoft.Extensions.Options;

namespace Cnaim.Gateway.Counter.Pages.Emergencies;

/// <summary>Emergency access, for the counters of all offices but those that learn nothing about a person; screening refuses these as well.</summary>
internal abstract class EmergencyPage(TimeProvider clock) : CounterPage
{
    protected const string List = "/v1/emergency-access";
    private const int MostPages = 20;
    private static readonly string[] Roles = ["reception", "mediator", "office-agent", "focal-point", "coordinator"];

    public DateTimeOffset Now => clock.GetUtcNow();

    public string Me => Staff.Subject;

    protected bool IsAllowed => IsFor(HttpContext, Staff);

    public static bool IsFor(HttpContext context, Actor staff) => Roles.Contains(staff.Role, StringComparer.Ordinal)
        && !context.RequestServices.GetRequiredService<IOptions<GatewayOptions>>().Value.FirewalledOffices.Contains(staff.Office, StringComparer.Ordinal);

    /// <summary>What this centre opened in the last 30 days, the newest first; or why it cannot be shown.</summary>
    protected async Task<(IReadOnlyList<EmergencyAccess> Items, ServiceProblem? Problem)> OfCentreAsync(CancellationToken cancellationToken)
    {
        var items = new List<EmergencyAccess>();
        Guid? after = null;
        for (var page = 0; page < MostPages; page++)
        {
            var answer = await Calls.GetAsync<EmergencyAccesses>("screening", List + (after is { } last ? $"?after={last}" : ""), cancellationToken);
            if (!answer.IsGood)
            {
                return ([], answer.Problem);
            }

            items.AddRange(answer.Value.Items);
            if ((after = answer.Value.Next) is null)
            {
                break;
            }
        }

        items.Reverse();
        return (items, null);
    }
}
