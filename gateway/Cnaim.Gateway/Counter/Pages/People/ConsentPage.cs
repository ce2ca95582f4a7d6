using Cnaim.Gateway.Counter.Calls;
using Microsoft.AspNetCore.Mvc;

namespace Cnaim.Gateway.Counter.Pages.People;

/// <summary>One consent of one person, and what went out under it.</summary>
internal abstract class ConsentPage(TimeProvider clock) : CounterPage
{
    public const string Withdraw = "withdraw";
    public const string Activate = "activate";
    public const string EnterInError = "enter-in-error";

    public Person Person { get; private set; } = null!;

    public Consent Consent { get; private set; } = null!;

    public IReadOnlyList<SentUnder> Sent { get; private set; } = [];

    public DateTimeOffset Now => clock.GetUtcNow();

    public string Address => $"/people/{Person.Id}/consents/{Consent.Id}";

    /// <summary>What can be done now; what rests on a law nobody can take back.</summary>
    public IReadOnlyList<string> Moves =>
    [
        .. Consent is { IsOwn: true, Status: "draft" } ? (string[])[Activate] : [],
        .. Consent is { GivenBy: not "law", Status: "draft" or "active" } ? (string[])[Withdraw] : [],
        .. Consent is { GivenBy: not "law", IsOwn: true, Status: not "entered-in-error" } ? (string[])[EnterInError] : [],
    ];

    /// <summary>The words of a move: to withdraw a draft is to say no.</summary>
    public string Verb(string move) => Words.Code("ConsentMove", move is Withdraw && Consent.Status is "draft" ? "refuse" : move);

    public string Offices => string.Join(", ", Consent.Recipients.Select(OfficeName));

    public string OfficeName(string office) => Words.Code("AuditOffice", Words.Office(office));

    public string Names(string kind, IEnumerable<string> codes) => string.Join(", ", codes.Select(code => Words.Code(kind, code)));

    /// <summary>Null when both are there; a consent of another person is missing here.</summary>
    protected async Task<IActionResult?> LoadAsync(string personId, Guid consentId, CancellationToken cancellationToken)
    {
        var id = ServiceCalls.Id(personId);
        var person = await Calls.GetAsync<Person>("screening", "/v1/people/" + id, cancellationToken);
        if (!person.IsGood)
        {
            return Missing(person.Problem);
        }

        var consents = await Calls.GetAsync<ConsentList>("screening", $"/v1/people/{id}/consents", cancellationToken);
        if (consents.Value?.Items.FirstOrDefault(one => one.Id == consentId) is not { } consent)
        {
            return consents.Problem is { } problem ? Missing(problem) : NotFound();
        }

        var sent = await Calls.GetAsync<SentUnders>("screening", $"/v1/consents/{consentId}/disclosures", cancellationToken);
        if (!sent.IsGood)
        {
            return Missing(sent.Problem);
        }

        (Person, Consent, Sent) = (person.Value, consent, sent.Value.Items);
        return null;
    }
}
