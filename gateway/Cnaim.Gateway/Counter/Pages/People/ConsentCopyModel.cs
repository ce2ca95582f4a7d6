using Cnaim.Gateway.Counter.Texts;
using Microsoft.AspNetCore.Mvc;

namespace Cnaim.Gateway.Counter.Pages.People;

/// <summary>S16: what the person agreed to, printed for them to sign and to keep, in Portuguese and in the language in which it was explained.</summary>
internal sealed class ConsentCopyModel(PersonTexts texts, CodeNames names, TimeProvider clock) : ConsentPage(clock)
{
    public PersonColumns Columns => texts.Columns(names.TagOf(Consent.Language));

    public async Task<IActionResult> OnGetAsync(string personId, Guid consentId, CancellationToken cancellationToken) =>
        await LoadAsync(personId, consentId, cancellationToken) ?? (Consent is { GivenBy: not "law", IsOwn: true, Status: "active" } ? Page() : NotFound());
}
