using Microsoft.AspNetCore.Mvc;
using QRCoder;

namespace Cnaim.Gateway.Counter.Pages.Appointments;

/// <summary>S20: what the person takes home, for an 80 mm printer: when, where and the code for reception; neither the person nor the office is on it.</summary>
internal sealed class SlipModel : CounterPage
{
    private const int PixelsPerModule = 4;

    public Appointment Appointment { get; private set; } = null!;

    /// <summary>The code as a picture, for the scanner at reception.</summary>
    public string Picture { get; private set; } = "";

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellationToken)
    {
        var answer = await Calls.GetAsync<Appointment>(Staff.Office, $"/v1/appointments/{id}", cancellationToken);
        if (!answer.IsGood)
        {
            return Missing(answer.Problem);
        }

        Appointment = answer.Value;
        using var generator = new QRCodeGenerator();
        using var data = generator.CreateQrCode(Appointment.Code, QRCodeGenerator.ECCLevel.M);
        using var code = new SvgQRCode(data);
        Picture = code.GetGraphic(PixelsPerModule, "#000000", "#ffffff", drawQuietZones: true, SvgQRCode.SizingMode.ViewBoxAttribute);
        return Page();
    }
}
