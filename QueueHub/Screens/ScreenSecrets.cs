using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace QueueHub.Screens;

/// <summary>What a screen keeps to itself: 256 random bits, of which the hub stores the hash alone. Pure, but for the dice.</summary>
internal static class ScreenSecrets
{
    private const int Bytes = 32;

    /// <summary>A new one, as text that a cookie and JSON can carry.</summary>
    public static string New() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(Bytes));

    /// <summary>What is stored of it. So many random bits need no slow hash.</summary>
    public static string Hash(string secret) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(secret)));

    /// <summary>True for what may have come from <see cref="New"/>: nothing else is worth a look.</summary>
    public static bool IsOne(string? text) => text is { Length: 43 } && Base64Url.IsValid(text);
}
