using ZXing;

namespace QueueHub.BrowserTests.Screens;

/// <summary>Reads a QR code off the page, as a scanner or a phone's camera would.</summary>
internal static class QrReader
{
    private const string Grey = """
        async (image, size) => {
          await image.decode();
          const canvas = Object.assign(document.createElement('canvas'), { width: size, height: size });
          const context = canvas.getContext('2d');
          context.drawImage(image, 0, 0, size, size);
          const { data } = context.getImageData(0, 0, size, size);
          return btoa(Array.from({ length: size * size }, (_, point) => String.fromCharCode(data[4 * point])).join(''));
        }
        """;

    /// <summary>What the picture says; null when nobody can read it.</summary>
    /// <param name="points">How many of the paper's or screen's points it is wide.</param>
    public static async Task<string?> ReadAsync(this ILocator picture, int points)
    {
        var grey = Convert.FromBase64String(await picture.EvaluateAsync<string>($"image => ({Grey})(image, {points})"));
        return new BarcodeReaderGeneric().Decode(grey, points, points, RGBLuminanceSource.BitmapFormat.Gray8)?.Text;
    }
}
