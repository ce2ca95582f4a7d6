using Cnaim.Gateway.Counter.Kept;
using Microsoft.AspNetCore.Mvc;

namespace Cnaim.Gateway.Counter.Pages.Kept;

/// <summary>What somebody had typed when the session ended, to be sent after all. Its key is the one it had: sent twice, it is done once.</summary>
internal sealed class FormModel(KeptForms forms) : CounterPage
{
    public LateForm Form { get; private set; } = null!;

    public IEnumerable<KeyValuePair<string, string>> Fields => Form.Fields.Where(typed => typed.Key is not nameof(Key));

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellationToken)
    {
        if (await forms.FindAsync<LateForm>(id, Staff.Subject, cancellationToken) is not { } form)
        {
            return LocalRedirect("/"); // Whoever signed in instead finds their own work.
        }

        Form = form;
        Key = form.Fields.FirstOrDefault(typed => typed.Key is nameof(Key)).Value;
        return Page();
    }
}
