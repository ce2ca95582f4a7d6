using System.Text;
using Cnaim.Screening.Rules;
using Cnaim.ServiceDefaults.Authentication;
using Cnaim.ServiceDefaults.Problems;

namespace Cnaim.Screening.Identifiers;

/// <summary>Decides what numbers may be kept. A counter may keep one against its check digit with a reason: cards are worn, and clerks err.</summary>
internal static class IdentifierRules
{
    private const string PartnerClient = "partner-client";
    private const int Longest = 40;
    private const int MostAtOnce = 20;

    /// <param name="input">What was sent.</param>
    /// <param name="member">Where the number stands in the request, for example <c>identifiers[0].</c>; empty for one alone.</param>
    /// <param name="actor">Who keeps it.</param>
    /// <param name="lists">The countries.</param>
    public static Decision<CheckedIdentifier> Check(IdentifierInput? input, string member, Actor actor, CodeLists lists)
    {
        if (input is null || Normalise(input.Type, input.Value, input.Country, lists) is not { } identifier)
        {
            return Wrong(ScreeningRefusals.IdentifierInvalid, member + "value", "takes a known type, a value of 1 to 40 letters and digits, and who issued it where Portugal does not");
        }

        if (IsPlaceholder(identifier))
        {
            return Wrong(ScreeningRefusals.IdentifierInvalid, member + "value", "is what forms carry when there is no number");
        }

        if (IsRight(identifier, input.CheckDigit))
        {
            return identifier;
        }

        if (string.Equals(actor.Role, PartnerClient, StringComparison.Ordinal))
        {
            return Wrong(ScreeningRefusals.IdentifierInvalid, member + "value", "does not pass the check of its type");
        }

        return !string.IsNullOrWhiteSpace(input.Override) && AnswerText.IsClean(input.Override)
            ? identifier with { Override = input.Override.Trim() }
            : Wrong(ScreeningRefusals.IdentifierUnlikely, member + "value", "does not pass the check of its type");
    }

    public static Decision<CheckedIdentifier[]> CheckAll(IReadOnlyList<IdentifierInput?> inputs, Actor actor, CodeLists lists)
    {
        if (inputs.Count > MostAtOnce)
        {
            return Wrong(ScreeningRefusals.IdentifierInvalid, "identifiers", $"takes at most {MostAtOnce}");
        }

        var identifiers = new List<CheckedIdentifier>(inputs.Count);
        for (var index = 0; index < inputs.Count; index++)
        {
            var decision = Check(inputs[index], $"identifiers[{index}].", actor, lists);
            if (!decision.IsAccepted)
            {
                return decision.Refusal;
            }

            identifiers.Add(decision.Event);
        }

        return identifiers.ToArray();
    }

    /// <summary>The number as it is compared: capital letters and digits without what people write between them. Null when it is none.</summary>
    public static CheckedIdentifier? Normalise(string type, string value, string? country, CodeLists lists)
    {
        if (!IdentifierType.All.TryGetValue(type, out var known) || !AnswerText.IsClean(value))
        {
            return null;
        }

        var issuer = string.IsNullOrEmpty(country) ? known.Country : country;
        var isIssuer = known.Country is null ? issuer is not null && lists.Countries.Contains(issuer) : string.Equals(issuer, known.Country, StringComparison.Ordinal);
        var tidy = string.Concat(value.Normalize(NormalizationForm.FormKC).ToUpperInvariant().Where(letter => letter is not (' ' or '-' or '.' or '/' or '<')));
        return isIssuer && tidy.Length is > 0 and <= Longest && tidy.All(char.IsLetterOrDigit) ? new CheckedIdentifier(known, tidy, issuer!) : null;
    }

    private static bool IsPlaceholder(CheckedIdentifier identifier) => identifier is { Type.Code: "nif", Value: TaxNumber.Placeholder };

    private static bool IsRight(CheckedIdentifier identifier, string? checkDigit) =>
        identifier.Type.IsRight?.Invoke(identifier.Value) is not false
        && (string.IsNullOrEmpty(checkDigit)
            || !identifier.Type.HasZone
            || (MachineReadableZone.CanCarry(identifier.Value) && string.Equals(checkDigit, MachineReadableZone.CheckDigit(identifier.Value).ToString(), StringComparison.Ordinal)));

    private static Refusal Wrong(Refusal refusal, string member, string error)
    {
        var errors = new Errors();
        errors.Add(member, error);
        return errors.As(refusal)!;
    }
}

/// <summary>A number in the form that is kept and compared.</summary>
internal sealed record CheckedIdentifier(IdentifierType Type, string Value, string Country)
{
    /// <summary>Why it is kept against its check.</summary>
    public string? Override { get; init; }
}
