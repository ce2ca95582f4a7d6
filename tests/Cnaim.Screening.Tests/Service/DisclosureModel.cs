using System.Net;
using System.Text.Json;
using Cnaim.Screening.V1;
using Google.Protobuf.WellKnownTypes;
using Grpc.Core;

namespace Cnaim.Screening.Tests.Service;

/// <summary>Plays moves against the real service, and keeps beside it what the person agreed to.</summary>
internal sealed class DisclosureModel(ScreeningPlatform platform, HttpClient desk, string person)
{
    private static readonly string[] Offices = ["health", "social-security", "housing"];
    private static readonly string[] Requests = ["health.fee-exemption", "social-security.niss", "housing.supported-rent"];
    private static readonly string[] Categories = ["identity", "contact", "health", "residence-status"];
    private static readonly string[] Purposes = ["resolve-issue", "appointment"];

    private readonly V1.Consents.ConsentsClient _consents = new(platform.Channel("reception", "cnaim-lisboa", "mediator"));
    private readonly V1.Disclosures.DisclosuresClient _sender = new(platform.Channel("reception"));
    private readonly V1.Disclosures.DisclosuresClient[] _receivers = [.. Offices.Select(office => new V1.Disclosures.DisclosuresClient(platform.Channel(office)))];
    private readonly List<Given> _given = [];
    private readonly List<Held> _held = [];
    private readonly Guid[] _referrals = [Guid.CreateVersion7(), Guid.CreateVersion7()];

    /// <summary>How often an office read something.</summary>
    public int Reads { get; private set; }

    /// <summary>What went wrong, or null.</summary>
    public async Task<string?> PlayAsync(DisclosureMove move) => move.Kind switch
    {
        DisclosureMoveKind.Grant => await GrantAsync(move, "active"),
        DisclosureMoveKind.Draft => await GrantAsync(move, "draft"),
        DisclosureMoveKind.Activate => await ChangeAsync(move, "activate", "active"),
        DisclosureMoveKind.Withdraw => await ChangeAsync(move, "withdraw", "inactive"),
        DisclosureMoveKind.WithdrawFrom => await WithdrawFromAsync(move),
        DisclosureMoveKind.EnterInError => await ChangeAsync(move, "enter-in-error", "entered-in-error"),
        DisclosureMoveKind.Decide => await DecideAsync(move),
        _ => await FetchAsync(move),
    };

    private async Task<string?> GrantAsync(DisclosureMove move, string status)
    {
        var given = new Given(Of(Offices, move.Office), Of(Categories, move.Categories), Of(Purposes, move.Purpose), status);
        var consent = new Consent
        {
            PersonRef = person,
            Recipients = { given.Recipients },
            Categories = { given.Categories },
            Purposes = { given.Purposes },
            Status = status,
            ValidTo = Timestamp.FromDateTimeOffset(TimeProvider.System.GetUtcNow().AddDays(9)),
            Language = "por",
            Evidence = "signature",
        };
        given.Id = (await _consents.GrantAsync(new GrantConsentRequest { Consent = consent })).Id;
        _given.Add(given);
        return null;
    }

    private async Task<string?> ChangeAsync(DisclosureMove move, string action, string status)
    {
        if (_given.Count is 0)
        {
            return null;
        }

        var given = _given[move.Which % _given.Count];
        var (answer, _, _) = await desk.SendAsync(HttpMethod.Post, $"/v1/consents/{given.Id}/{action}", "{}");
        given.Status = (action, given.Status) switch
        {
            ("activate", "draft") => status,
            ("activate", _) => given.Status,
            ("withdraw", "active" or "draft") => status,
            ("withdraw", _) => given.Status,
            _ => status,
        };
        return answer is HttpStatusCode.OK or HttpStatusCode.Conflict ? null : $"{action} answered {answer}";
    }

    private async Task<string?> WithdrawFromAsync(DisclosureMove move)
    {
        if (_given.Count is 0)
        {
            return null;
        }

        var given = _given[move.Which % _given.Count];
        string[] leaving = [.. Of(Offices, move.Office).Intersect(given.Recipients, StringComparer.Ordinal)];
        if (leaving.Length is 0)
        {
            return null;
        }

        var (answer, body, _) = await desk.SendAsync(HttpMethod.Post, $"/v1/consents/{given.Id}/withdraw", JsonSerializer.Serialize(new { recipients = leaving }));
        if (given.Status is "active" or "draft")
        {
            given.Status = leaving.Length == given.Recipients.Length ? "inactive" : given.Status;
            given.Recipients = leaving.Length == given.Recipients.Length ? leaving : [.. given.Recipients.Except(leaving, StringComparer.Ordinal)];
        }

        return answer is HttpStatusCode.OK && body["recipients"]!.AsArray().Select(office => (string)office!).ToHashSet(StringComparer.Ordinal).SetEquals(given.Recipients)
            ? null
            : $"withdraw from {string.Join(',', leaving)} answered {answer}";
    }

    private async Task<string?> DecideAsync(DisclosureMove move)
    {
        var office = move.Office % Offices.Length;
        var (asked, purpose) = (Of(Categories, move.Categories), Purposes[move.Purpose % Purposes.Length]);
        var answer = await _sender.DecideAsync(new DecideRequest
        {
            PersonRef = person,
            ReceiverOffice = Offices[office],
            ReceiverCentre = "cnaim-lisboa",
            Request = Requests[office],
            Purpose = purpose,
            Categories = { asked },
            ReferralId = _referrals[move.Which % _referrals.Length].ToString(),
        });
        if (answer.Permit is not { } permit)
        {
            return null;
        }

        _held.RemoveAll(held => string.Equals(held.Id, permit.DisclosureId, StringComparison.Ordinal));
        _held.Add(new Held(permit.DisclosureId, office, [.. permit.Categories], purpose));
        return permit.Categories.Count > 0 && permit.Categories.All(category => asked.Contains(category, StringComparer.Ordinal)) && IsAgreed(office, permit.Categories, purpose)
            ? null
            : $"{Offices[office]} was permitted {string.Join(",", permit.Categories)} for {purpose}";
    }

    private async Task<string?> FetchAsync(DisclosureMove move)
    {
        if (_held.Count is 0)
        {
            return null;
        }

        var held = _held[move.Which % _held.Count];
        var isTheirs = move.Categories % 4 > 0; // mostly who holds the permit, sometimes anybody
        var (office, purpose) = isTheirs ? (held.Office, held.Purpose) : (move.Office % Offices.Length, Purposes[move.Purpose % Purposes.Length]);
        try
        {
            var snapshot = await _receivers[office].FetchAsync(new FetchRequest { DisclosureId = held.Id, Purpose = purpose });
            Reads++;
            var mayRead = office == held.Office
                && string.Equals(purpose, held.Purpose, StringComparison.Ordinal)
                && snapshot.Categories.All(category => held.Categories.Contains(category, StringComparer.Ordinal))
                && (snapshot.Person is null || held.Categories.Contains("identity", StringComparer.Ordinal))
                && (snapshot.Answers.Count is 0 || IsAgreed(office, ["contact"], purpose) || IsAgreed(office, ["health"], purpose) || IsAgreed(office, ["residence-status"], purpose))
                && IsAgreed(office, snapshot.Categories, purpose);
            return mayRead ? null : $"{Offices[office]} read {string.Join(",", snapshot.Categories)} for {purpose}";
        }
        catch (RpcException refused) when (refused.StatusCode is StatusCode.NotFound)
        {
            return null;
        }
    }

    /// <summary>One consent that is active now covers all of it.</summary>
    private bool IsAgreed(int office, IEnumerable<string> categories, string purpose) => _given.Exists(given =>
        given.Status is "active"
        && given.Recipients.Contains(Offices[office], StringComparer.Ordinal)
        && given.Purposes.Contains(purpose, StringComparer.Ordinal)
        && categories.All(category => given.Categories.Contains(category, StringComparer.Ordinal)));

    private static string[] Of(string[] codes, int bits)
    {
        string[] chosen = [.. codes.Where((_, index) => (bits >> index & 1) is 1)];
        return chosen.Length > 0 ? chosen : [codes[bits % codes.Length]];
    }

    private sealed class Given(string[] recipients, string[] categories, string[] purposes, string status)
    {
        public string Id { get; set; } = "";

        public string[] Recipients { get; set; } = recipients;

        public string[] Categories => categories;

        public string[] Purposes => purposes;

        public string Status { get; set; } = status;
    }

    private sealed record Held(string Id, int Office, string[] Categories, string Purpose);
}
