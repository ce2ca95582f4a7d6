using System.Globalization;
using Cnaim.Gateway.Counter.Calls;
using Cnaim.Gateway.Counter.Components;
using Microsoft.AspNetCore.Mvc;

namespace Cnaim.Gateway.Counter.Pages.Interpreting;

/// <summary>S22: what to dial, in large type, and what happens with the call. Its times are kept, never what is said.</summary>
internal sealed class CallModel : CounterPage
{
    public static readonly string[] Reasons = ["no-show", "cancelled", "person-declined", "no-mediator", "technical"];

    private const int MoreMinutes = 10;
    private static readonly string[] ByButton = ["start", "complete", "match", "redial", "extend"];

    [BindProperty]
    public string? Reason { get; set; }

    [BindProperty]
    public int? Quality { get; set; }

    public PhoneCall Call { get; private set; } = null!;

    public string? Version { get; private set; }

    public IEnumerable<string> Moves => ByButton.Where(Allows);

    public IReadOnlyList<Choice> Qualities => Words.Choices("CallQuality", [.. Enumerable.Range(1, 3).Reverse().Select(number => number.ToString(CultureInfo.InvariantCulture))]);

    public bool Allows(string move) => Call.Allowed.Contains(move, StringComparer.Ordinal);

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellationToken)
    {
        var answer = await Calls.GetAsync<PhoneCall>("mediation", $"/v1/interpreting-requests/{id}", cancellationToken);
        if (!answer.IsGood)
        {
            return Missing(answer.Problem);
        }

        (Call, Version) = (answer.Value, answer.ETag);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, string move, string? version, CancellationToken cancellationToken)
    {
        if (move is "fail" && string.IsNullOrEmpty(Reason))
        {
            Errors.Add(nameof(Reason), Words["Mediator_ReasonMissing"]);
        }

        if (move is "rate" && Quality is null)
        {
            Errors.Add(nameof(Quality), Words["Interpreting_QualityMissing"]);
        }

        if (Errors.IsEmpty)
        {
            var answer = await Calls.SendAsync<PhoneCall>(MoveOf(id, move, version), cancellationToken);
            if (answer.IsGood)
            {
                Tell("call-" + move);
                return LocalRedirect($"/interpreting/{id}");
            }

            Errors.Add(answer.Problem, Words);
        }

        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return await OnGetAsync(id, cancellationToken);
    }

    private ServiceRequest MoveOf(Guid id, string move, string? version) => new("mediation", HttpMethod.Post, $"/v1/interpreting-requests/{id}/{ServiceCalls.Id(move)}")
    {
        Body = move switch
        {
            "fail" => new { reason = Reason },
            "rate" => new { quality = Quality },
            "extend" => new { minutes = MoreMinutes },
            _ => null,
        },
        IdempotencyKey = $"{FormKey}-{move}",
        IfMatch = version,
    };
}
