using System.Globalization;
using Cnaim.Gateway.Counter.Calls;
using Cnaim.Gateway.Counter.Components;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.AspNetCore.Mvc;

namespace Cnaim.Gateway.Counter.Pages.Referrals;

/// <summary>S19: the office's referrals at this centre, by codes only; one can be accepted, or taken from the offered ones, in its row.</summary>
internal sealed class WorklistModel : CounterPage
{
    public const string Newest = "-created";
    private const int Size = 25;
    private const int ExportSize = 200;
    private const int MostExported = 10_000;

    public static readonly string[] Statuses = ["draft", "requested", "accepted", "in-progress", "on-hold", "completed", "rejected", "failed", "cancelled", "entered-in-error"];

    /// <summary>Received, unless asked for; the welcome desk's own work is what it has sent.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Direction { get; set; }

    [BindProperty(SupportsGet = true)]
    public string?[] Status { get; set; } = [];

    [BindProperty(SupportsGet = true)]
    public string? Priority { get; set; }

    /// <summary><c>overdue</c>, or all.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Due { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Sort { get; set; }

    [BindProperty(Name = "p", SupportsGet = true)] // "page" is a word of the framework
    public int Number { get; set; } = 1;

    /// <summary>Of the offered ones, which have no numbered pages.</summary>
    [BindProperty(SupportsGet = true)]
    public string? After { get; set; }

    public ReferralList? List { get; private set; }

    /// <summary>The states that were chosen; "all" is sent as an empty one.</summary>
    public IEnumerable<string> Chosen => Status.OfType<string>().Where(status => status.Length > 0);

    public bool IsOffered => Direction is "offered";

    public IEnumerable<(string Text, string Without)> Chips =>
        new[] { ("Priority", Priority ?? ""), ("Flag", Due ?? "") }.Concat(Chosen.Select(status => ("Status", status)))
            .Where(chip => chip.Item2.Length > 0).Select(chip => (Words.Code(chip.Item1, chip.Item2), Address(without: chip.Item2)));

    public bool IsFiltered => Chosen.Any() || !string.IsNullOrEmpty(Priority) || !string.IsNullOrEmpty(Due);

    public string? Previous => !IsOffered && Number > 1 ? Address(page: Number - 1) : null;

    public string? Next => IsOffered ? (List?.Next is { } next ? Address(after: next) : null) : List?.Total > Number * Size ? Address(page: Number + 1) : null;

    /// <summary>Which of all are on this page.</summary>
    public string Range => List is { Total: { } total } list
        ? Words.Format("Worklist_Range", ((Number - 1) * Size) + 1, ((Number - 1) * Size) + list.Items.Count, total)
        : Words.Format("Worklist_Caption", List?.Items.Count ?? 0);

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        Direction = Direction is "received" or "sent" or "offered" ? Direction : Staff.Office is "reception" ? "sent" : "received";
        Number = Math.Clamp(Number, 1, MostExported);
        var answer = await ReadAsync(Size, (Number - 1) * Size, cancellationToken);
        if (answer.Problem is { IsMissing: true } missing)
        {
            return Missing(missing);
        }

        List = answer.Value;
        return Page();
    }

    /// <summary>The list as it is filtered and sorted, all pages of it, as a file: codes, times and offices; no person, and nothing that a spreadsheet would compute.</summary>
    public async Task<IActionResult> OnGetCsvAsync(CancellationToken cancellationToken)
    {
        Direction = Direction is "sent" ? Direction : "received";
        var rows = new List<Referral>();
        while (rows.Count < MostExported)
        {
            var answer = await ReadAsync(ExportSize, rows.Count, cancellationToken);
            if (!answer.IsGood)
            {
                return Missing(answer.Problem);
            }

            rows.AddRange(answer.Value.Items);
            if (answer.Value.Items.Count < ExportSize)
            {
                break;
            }
        }

        return File(ReferralCsv.Write(rows, Words), "text/csv; charset=utf-8", $"{Words["Worklist_File"]}.csv");
    }

    public Task<IActionResult> OnPostAcceptAsync(Guid id, CancellationToken cancellationToken) => MoveAsync(id, "accept", cancellationToken);

    /// <summary>Takes an offered one for this office.</summary>
    public Task<IActionResult> OnPostClaimAsync(Guid id, CancellationToken cancellationToken) => MoveAsync(id, "claim", cancellationToken);

    public Column Sortable(string text, string by)
    {
        bool? isDown = string.Equals(Sort ?? Newest, by, StringComparison.Ordinal) ? false : string.Equals(Sort ?? Newest, "-" + by, StringComparison.Ordinal) ? true : null;
        return IsOffered ? new(text) : new(text, SortAddress: Address(sort: isDown is false ? "-" + by : by), IsSortedDown: isDown);
    }

    /// <summary>The address of this list: of another page or order of it, or without one of its filters.</summary>
    public string Address(int? page = null, string? sort = null, string? after = null, string? without = null, string? handler = null)
    {
        var query = new QueryBuilder();
        foreach (var (name, value) in Filters(without))
        {
            query.Add(name, value);
        }

        Add("due", string.Equals(Due, without, StringComparison.Ordinal) ? null : Due);
        Add("sort", sort ?? Sort);
        Add("p", page?.ToString(CultureInfo.InvariantCulture));
        Add("after", after);
        Add("handler", handler);
        return "/referrals" + query;

        void Add(string name, string? value)
        {
            if (!string.IsNullOrEmpty(value))
            {
                query.Add(name, value);
            }
        }
    }

    private async Task<IActionResult> MoveAsync(Guid id, string move, CancellationToken cancellationToken)
    {
        var answer = await Calls.SendAsync<Referral>(new ServiceRequest(Staff.Office, HttpMethod.Post, $"/v1/referrals/{id}/{move}") { IdempotencyKey = $"{FormKey}-{id}" }, cancellationToken);
        if (answer.IsGood)
        {
            Tell(move);
            return LocalRedirect(Address(Number > 1 ? Number : null));
        }

        Errors.Add(answer.Problem, Words);
        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return await OnGetAsync(cancellationToken);
    }

    private Task<ServiceAnswer<ReferralList>> ReadAsync(int limit, int skip, CancellationToken cancellationToken)
    {
        var query = new QueryBuilder(Filters()) { { "limit", limit.ToString(CultureInfo.InvariantCulture) } };
        if (Due is "overdue" && !IsOffered)
        {
            query.Add("overdue", "true");
        }

        if (!IsOffered)
        {
            query.Add("sort", Sort is { Length: > 0 } ? Sort : Newest);
            query.Add("skip", skip.ToString(CultureInfo.InvariantCulture));
        }
        else if (!string.IsNullOrEmpty(After))
        {
            query.Add("after", After);
        }

        return Calls.GetAsync<ReferralList>(Staff.Office, "/v1/referrals" + query, cancellationToken);
    }

    // What the service and this page call alike; of offered ones no state of a referral is asked for.
    private IEnumerable<KeyValuePair<string, string>> Filters(string? without = null) =>
        (IsOffered ? [] : Chosen.Select(status => KeyValuePair.Create("status", status))).Prepend(KeyValuePair.Create("direction", Direction ?? "")).Append(KeyValuePair.Create("priority", Priority ?? ""))
            .Where(pair => pair.Value.Length > 0 && !string.Equals(pair.Value, without, StringComparison.Ordinal));
}
