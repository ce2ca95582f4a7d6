using System.Globalization;
using Cnaim.Gateway.Counter.Components;

namespace Cnaim.Gateway.Counter.Pages.People;

/// <summary>What is ticked and typed while the person answers.</summary>
internal sealed class ConsentForm
{
    public const string Self = "self";

    public string[] Recipient { get; set; } = [];

    public string[] Category { get; set; } = [];

    /// <summary>What else it is for, beside what the person came for.</summary>
    public string[] Purpose { get; set; } = [];

    public string? Evidence { get; set; }

    /// <summary>Code of who interpreted.</summary>
    public string? Interpreter { get; set; }

    /// <summary>self, or what a guardian is to a minor.</summary>
    public string? GivenBy { get; set; }

    public int Months { get; set; } = 12;

    /// <summary>deny by the button of that name.</summary>
    public string? Decision { get; set; }

    public bool IsRefused => Decision is NewConsentModel.Refuse;

    public bool IsPreview => Decision is NewConsentModel.Look;

    /// <summary>A no needs less than a yes: only who said it, and through whom.</summary>
    public void Check(NewConsentModel page, PageErrors errors, Words words)
    {
        Require(page.Minority.NeedsGuardian && string.IsNullOrEmpty(GivenBy), nameof(GivenBy));
        Require(page.NeedsInterpreter && string.IsNullOrWhiteSpace(Interpreter), nameof(Interpreter));
        Require(!IsRefused && Evidence is null, nameof(Evidence));
        Require(Recipient.Length == 0 && !(IsRefused && page.Proposals.Count > 0), nameof(Recipient));
        Require(!IsRefused && Category.Length == 0, nameof(Category));

        void Require(bool isMissing, string field)
        {
            if (isMissing)
            {
                errors.Add(field, words[$"Consent_{field}Missing"]);
            }
        }
    }

    /// <summary>The consent as screening takes it; a no to offices that were not chosen one by one is a no to all that were offered.</summary>
    public object Terms(string personId, string language, DateTimeOffset end, IReadOnlyList<string> offered) => new
    {
        personId,
        decision = Decision,
        recipients = Recipient.Length > 0 ? Recipient : offered,
        purposes = (string[])["resolve-issue", .. Purpose],
        categories = Category,
        givenBy = GivenBy is null or "" or Self ? Self : "guardian",
        guardianRelation = GivenBy is "" or Self ? null : GivenBy,
        validTo = end.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        language,
        interpreter = string.IsNullOrWhiteSpace(Interpreter) ? null : Interpreter.Trim(),
        evidence = Evidence ?? "read-aloud",
    };
}
