using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace QueueHub.History.Keys;

/// <summary>What a program keeps to itself: 256 random bits, of which the hub stores the hash alone. Pure, but for the dice.</summary>
internal static class ApiKeySecret
{
    /// <summary>So that a key is known for one where it does not belong: in a log, in a repository.</summary>
    public const string Prefix = "qh_";

    private const int Bytes = 32;
    private const int Length = 43;

    public static string New() => Prefix + Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(Bytes));

    /// <summary>What is stored of it. So many random bits need no slow hash.</summary>
    public static string Hash(string secret) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(secret)));

    /// <summary>True for what may have come from <see cref="New"/>: nothing else is worth a look.</summary>
    public static bool IsOne(string text) =>
        text.Length == Prefix.Length + Length && text.StartsWith(Prefix, StringComparison.Ordinal) && Base64Url.IsValid(text.AsSpan(Prefix.Length));
}
