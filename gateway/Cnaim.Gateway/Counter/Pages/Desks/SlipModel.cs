using Cnaim.Gateway.Counter.Calls;
using Cnaim.Gateway.Counter.Texts;
using Microsoft.AspNetCore.Mvc;
using QRCoder;

namespace Cnaim.Gateway.Counter.Pages.Desks;

/// <summary>S04: the slip of a ticket, for an 80 mm printer; no name, and nothing in its code but a random token.</summary>
internal sealed class SlipModel(PersonTexts texts, CodeNames names) : CounterPage
{
    private const int PixelsPerModule = 4;

    public Ticket Ticket { get; private set; } = null!;

    /// <summary>The picture that leads to the ticket's page on a telephone; null where the secret is not at hand any more.</summary>
    public string? Code { get; private set; }

    /// <summary>Portuguese, and what the person reads where that is another language.</summary>
    public IReadOnlyList<PersonLanguage> Columns => texts.For(names.TagOf(Ticket.Language)) is { IsPortuguese: false, IsMissing: false } own ? [texts.For(PersonTexts.Original), own] : [texts.For(PersonTexts.Original)];

    public bool IsCopy => Ticket.Copies > 1;

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellationToken)
    {
        var answer = await Calls.GetAsync<Ticket>("reception", $"/v1/tickets/{id}", cancellationToken);
        if (!answer.IsGood)
        {
            return Missing(answer.Problem);
        }

        Ticket = answer.Value;
        Code = SlipSecret.Of(HttpContext) is { } token ? Draw(token) : null;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancellationToken)
    {
        var copy = await Calls.SendAsync<ReprintedTicket>(new ServiceRequest("reception", HttpMethod.Post, $"/v1/tickets/{id}/reprint") { IdempotencyKey = FormKey }, cancellationToken);
        if (!copy.IsGood)
        {
            Errors.Add(copy.Problem, Words);
            return await OnGetAsync(id, cancellationToken);
        }

        SlipSecret.Keep(HttpContext, id, copy.Value.Token);
        return LocalRedirect($"/tickets/{id}/slip");
    }

    private string Draw(string token)
    {
        using var generator = new QRCodeGenerator();
        using var data = generator.CreateQrCode($"{Request.Scheme}://{Request.Host}/t/{token}", QRCodeGenerator.ECCLevel.M);
        using var code = new SvgQRCode(data);
        return code.GetGraphic(PixelsPerModule, "#000000", "#ffffff", drawQuietZones: true, SvgQRCode.SizingMode.ViewBoxAttribute);
    }
}
