using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text.Json;

namespace QueueHub.Notify.Push;

/// <summary>The key by which push services know this installation (RFC 8292). Browsers subscribe to its public half: with another one all subscriptions are lost.</summary>
internal sealed class VapidKey
{
    // The longest that push services accept is a day; their clocks and ours need not agree.
    private static readonly TimeSpan Lifetime = TimeSpan.FromHours(12);

    private readonly ECParameters _key;

    private VapidKey(ECParameters key)
    {
        _key = key;
        Public = Base64Url.EncodeToString(WebPushEncryption.Point(key.Q));
    }

    /// <summary>What browsers are given as <c>applicationServerKey</c>.</summary>
    public string Public { get; }

    /// <summary>A new one.</summary>
    public static VapidKey Create()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        return new VapidKey(key.ExportParameters(includePrivateParameters: true));
    }

    /// <summary>The key of <see cref="Export"/>.</summary>
    public static VapidKey Import(byte[] pkcs8)
    {
        using var key = ECDsa.Create();
        key.ImportPkcs8PrivateKey(pkcs8, out _);
        return new VapidKey(key.ExportParameters(includePrivateParameters: true));
    }

    /// <summary>The whole key, to be kept encrypted.</summary>
    public byte[] Export()
    {
        using var key = ECDsa.Create(_key);
        return key.ExportPkcs8PrivateKey();
    }

    /// <summary>The <c>Authorization</c> header for a push service: signed, so that nobody else can send to a subscription that was leaked.</summary>
    /// <param name="contact">Whom the service may write to.</param>
    public string Authorize(Uri endpoint, string contact, DateTimeOffset now)
    {
        var claims = JsonSerializer.SerializeToUtf8Bytes(new Dictionary<string, object>
        {
            ["aud"] = endpoint.GetLeftPart(UriPartial.Authority),
            ["exp"] = (now + Lifetime).ToUnixTimeSeconds(),
            ["sub"] = contact,
        });
        var signed = $"{Base64Url.EncodeToString("""{"typ":"JWT","alg":"ES256"}"""u8)}.{Base64Url.EncodeToString(claims)}";
        using var key = ECDsa.Create(_key);
        var signature = key.SignData(System.Text.Encoding.ASCII.GetBytes(signed), HashAlgorithmName.SHA256, DSASignatureFormat.IeeeP1363FixedFieldConcatenation);
        return $"vapid t={signed}.{Base64Url.EncodeToString(signature)}, k={Public}";
    }
}
