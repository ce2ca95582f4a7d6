using Cnaim.Gateway.Counter.Calls;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.AspNetCore.Mvc;

namespace Cnaim.Gateway.Counter.Pages.Referrals;

/// <summary>S19: the office's referrals at this centre, by codes only; a referral can be accepted in its row.</summary>
internal sealed class WorklistModel : CounterPage
{
    public static readonly string[] Statuses = ["draft", "requested", "accepted", "in-progress", "on-hold", "completed", "rejected", "failed", "cancelled", "entered-in-error"];

    /// <summary>Received, unless asked for; the welcome desk's own work is what it has sent.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Direction { get; set; }

    [BindProperty(SupportsGet = true)]
    public string[] Status { get; set; } = [];

    [BindProperty(SupportsGet = true)]
    public string? Priority { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? After { get; set; }

    public ReferralList? List { get; private set; }

    public IEnumerable<(string Text, string Without)> Chips =>
        Status.Select(status => ("Status", status)).Prepend(("Priority", Priority ?? "")).Where(chip => chip.Item2.Length > 0).Select(chip => (Words.Code(chip.Item1, chip.Item2), "/referrals" + Query(without: chip.Item2)));

    public bool IsFiltered => Status.Any(status => status.Length > 0) || !string.IsNullOrEmpty(Priority);

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        Direction = Direction is "received" or "sent" ? Direction : Staff.Office is "reception" ? "sent" : "received";
        var answer = await Calls.GetAsync<ReferralList>(Staff.Office, "/v1/referrals" + Query(after: After, limit: 25), cancellationToken);
        if (answer.Problem is { IsMissing: true } missing)
        {
            return Missing(missing);
        }

        List = answer.Value;
        return Page();
    }

    public async Task<IActionResult> OnPostAcceptAsync(Guid id, CancellationToken cancellationToken)
    {
        var answer = await Calls.SendAsync<Referral>(new ServiceRequest(Staff.Office, HttpMethod.Post, $"/v1/referrals/{id}/accept") { IdempotencyKey = $"{FormKey}-{id}" }, cancellationToken);
        if (answer.IsGood)
        {
            Tell("accept");
            return LocalRedirect("/referrals" + Query(After));
        }

        Errors.Add(answer.Problem, Words);
        return await OnGetAsync(cancellationToken);
    }

    /// <summary>The address of this list, without one of its filters.</summary>
    public string Query(string? after = null, int? limit = null, string? without = null)
    {
        var query = new QueryBuilder();
        Add("direction", Direction);
        foreach (var status in Status)
        {
            Add("status", status);
        }

        Add("priority", Priority);
        Add("after", after);
        Add("limit", limit?.ToString(System.Globalization.CultureInfo.InvariantCulture));
        return query.ToString();

        void Add(string name, string? value)
        {
            if (!string.IsNullOrEmpty(value) && !string.Equals(value, without, StringComparison.Ordinal))
            {
                query.Add(name, value);
            }
        }
    }
}
