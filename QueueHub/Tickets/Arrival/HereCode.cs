using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace QueueHub.Tickets.Arrival;

/// <summary>
/// The code in the lobby's QR: who scans it is there, for it is another one every half minute and is shown nowhere else. Pure.
/// </summary>
public static class HereCode
{
    /// <summary>How long a code is shown.</summary>
    public static readonly TimeSpan Window = TimeSpan.FromSeconds(30);

    /// <summary>Bits of a secret: as many as the hash has.</summary>
    public const int SecretBytes = 32;

    // 80 bits: far more than anybody can try in two windows, and still a picture with few squares, which is read from afar.
    private const int CodeBytes = 10;

    /// <summary>Number of the window at this moment.</summary>
    public static long WindowAt(DateTimeOffset now) => now.ToUnixTimeMilliseconds() / (long)Window.TotalMilliseconds;

    /// <summary>How long the code of this moment is still the newest.</summary>
    public static TimeSpan Left(DateTimeOffset now) => Window - TimeSpan.FromMilliseconds(now.ToUnixTimeMilliseconds() % (long)Window.TotalMilliseconds);

    /// <summary>The code of an office in a window: twenty lower-case hexadecimal digits.</summary>
    public static string Of(ReadOnlySpan<byte> secret, string office, long window)
    {
        var text = Encoding.UTF8.GetBytes($"{office}\n{window.ToString(CultureInfo.InvariantCulture)}");
        return Convert.ToHexStringLower(HMACSHA256.HashData(secret, text).AsSpan(0, CodeBytes));
    }

    /// <summary>
    /// True for the code of this moment, and for the one before: a phone needs a few seconds to open what its camera has seen. Also for the next, as the screen's
    /// node may be ahead.
    /// </summary>
    public static bool IsGood(ReadOnlySpan<byte> secret, string office, string code, DateTimeOffset now)
    {
        var (window, good) = (WindowAt(now), false);
        for (var shown = window - 1; shown <= window + 1; shown++)
        {
            // Neither the loop nor the comparison ends early: how long it takes says nothing of how much of a guess was right.
            good |= CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(Of(secret, office, shown)), Encoding.UTF8.GetBytes(code));
        }

        return good;
    }
}
