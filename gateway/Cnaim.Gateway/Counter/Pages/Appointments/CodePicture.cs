using QRCoder;

namespace Cnaim.Gateway.Counter.Pages.Appointments;

/// <summary>The code of an appointment as a picture, for the scanner at reception.</summary>
internal static class CodePicture
{
    private const int PixelsPerModule = 4;

    public static string Of(string text)
    {
        using var generator = new QRCodeGenerator();
        using var data = generator.CreateQrCode(text, QRCodeGenerator.ECCLevel.M);
        using var code = new SvgQRCode(data);
        return code.GetGraphic(PixelsPerModule, "#000000", "#ffffff", drawQuietZones: true, SvgQRCode.SizingMode.ViewBoxAttribute);
    }
}
