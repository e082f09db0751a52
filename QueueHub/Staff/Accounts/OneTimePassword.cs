using System.Security.Cryptography;

namespace QueueHub.Staff.Accounts;

/// <summary>Passwords that a program makes and a person types.</summary>
internal static class OneTimePassword
{
    // No letters or digits that look like one another: 32 of them, so a letter is 5 bits and a password of 16 is 80.
    private const string Alphabet = "abcdefghijkmnpqrstuvwxyz23456789";

    public static string New() => string.Join('-', Enumerable.Range(0, 4).Select(_ => RandomNumberGenerator.GetString(Alphabet, 4)));
}
