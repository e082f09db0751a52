using QRCoder;

namespace QueueHub.Intake;

/// <summary>QR codes as pictures.</summary>
public static class QrCodes
{
    // A quarter of the code may be dirty or reflect the ceiling lights.
    private const QRCodeGenerator.ECCLevel Correction = QRCodeGenerator.ECCLevel.Q;
    private const int PixelsPerModule = 16;

    /// <summary>A picture that can be any size.</summary>
    public static string Svg(string text)
    {
        using var data = QRCodeGenerator.GenerateQrCode(text, Correction);
        using var code = new SvgQRCode(data);
        return code.GetGraphic(1, "#000000", "#ffffff", drawQuietZones: true, SvgQRCode.SizingMode.ViewBoxAttribute);
    }

    /// <summary>A picture for documents and slides.</summary>
    public static byte[] Png(string text)
    {
        using var data = QRCodeGenerator.GenerateQrCode(text, Correction);
        using var code = new PngByteQRCode(data);
        return code.GetGraphic(PixelsPerModule);
    }
}
