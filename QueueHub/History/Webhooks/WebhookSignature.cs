using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace QueueHub.History.Webhooks;

/// <summary>How a receiver knows that a message is ours and new: the scheme of Standard Webhooks. Pure.</summary>
public static class WebhookSignature
{
    private const string Prefix = "whsec_";
    private const int KeyBytes = 32;

    /// <summary>A new secret, as receivers' libraries take it.</summary>
    public static string NewSecret() => Prefix + Convert.ToBase64String(RandomNumberGenerator.GetBytes(KeyBytes));

    /// <summary>The header's value for a message of this id, sent at this Unix second.</summary>
    public static string Of(string secret, string id, long timestamp, string body)
    {
        var key = Convert.FromBase64String(secret[Prefix.Length..]);
        var signed = string.Create(CultureInfo.InvariantCulture, $"{id}.{timestamp}.{body}");
        return "v1," + Convert.ToBase64String(HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(signed)));
    }
}
