using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.DataProtection;

namespace QueueHub.Tickets;

/// <summary>The secret in a ticket's link: 128 random bits. Only its hash is stored with the ticket.</summary>
public sealed class TicketToken(IDataProtectionProvider protection)
{
    private readonly IDataProtector _protector = protection.CreateProtector("QueueHub.TicketToken");

    /// <summary>A new token, lower-case hexadecimal.</summary>
    public static string New() => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));

    /// <summary>The token of the link that may only look: whoever has the ticket's can make it, and nobody the other way round.</summary>
    public static string Watch(string token) => Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(token), "watch"u8)[..16]);

    /// <summary>What events and rows hold of it.</summary>
    public static string Hash(string token) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(token)));

    /// <summary>Encrypts a token, to be kept with the answer of its request.</summary>
    public string Seal(string token) => _protector.Protect(token);

    /// <summary>The token of a sealed one.</summary>
    public string Open(string @sealed) => _protector.Unprotect(@sealed);
}
