using System.Buffers.Binary;
using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace QueueHub.TestSupport;

/// <summary>A browser's end of Web Push: has a key pair, and reads what was encrypted for it. Written from the RFCs, not from the sender's code.</summary>
public sealed class PushBrowser : IDisposable
{
    private readonly ECDiffieHellman _key;
    private readonly byte[] _auth;

    public PushBrowser()
        : this(ECDiffieHellman.Create(ECCurve.NamedCurves.nistP256), RandomNumberGenerator.GetBytes(16))
    {
    }

    public PushBrowser(ECDiffieHellman key, byte[] auth)
    {
        (_key, _auth) = (key, auth);
        var point = key.ExportParameters(includePrivateParameters: false).Q;
        PublicKey = [4, .. point.X!, .. point.Y!];
    }

    public byte[] PublicKey { get; }

    public string P256dh => Base64Url.EncodeToString(PublicKey);
    public string Auth => Base64Url.EncodeToString(_auth);

    /// <summary>The message of an <c>aes128gcm</c> body.</summary>
    public byte[] Decrypt(byte[] body)
    {
        var (salt, idLength) = (body[..16], body[20]);
        if (BinaryPrimitives.ReadUInt32BigEndian(body.AsSpan(16)) < body.Length - 21 - idLength)
        {
            throw new CryptographicException("More than one record.");
        }

        var sender = body[21..(21 + idLength)];
        using var other = ECDiffieHellman.Create(new ECParameters
        {
            Curve = ECCurve.NamedCurves.nistP256,
            Q = new ECPoint { X = sender[1..33], Y = sender[33..] },
        });
        var prk = HKDF.Extract(HashAlgorithmName.SHA256, _key.DeriveRawSecretAgreement(other.PublicKey), _auth);
        var ikm = HKDF.Expand(HashAlgorithmName.SHA256, prk, 32, [.. Encoding.ASCII.GetBytes("WebPush: info\0"), .. PublicKey, .. sender]);
        var secret = HKDF.Extract(HashAlgorithmName.SHA256, ikm, salt);
        using var gcm = new AesGcm(HKDF.Expand(HashAlgorithmName.SHA256, secret, 16, Encoding.ASCII.GetBytes("Content-Encoding: aes128gcm\0")), 16);
        var record = body[(21 + idLength)..];
        var plain = new byte[record.Length - 16];
        gcm.Decrypt(HKDF.Expand(HashAlgorithmName.SHA256, secret, 12, Encoding.ASCII.GetBytes("Content-Encoding: nonce\0")), record[..^16], record[^16..], plain);
        var end = Array.FindLastIndex(plain, octet => octet != 0);
        return plain[end] == 2 ? plain[..end] : throw new CryptographicException("Not the last record.");
    }

    /// <summary>The claims of a <c>vapid</c> header whose signature holds, and the key that it names.</summary>
    public static (JsonElement Claims, string Key) Verify(string authorization)
    {
        var parts = authorization["vapid ".Length..].Split(',', StringSplitOptions.TrimEntries).Select(part => part.Split('=', 2)).ToDictionary(part => part[0], part => part[1]);
        var token = parts["t"].Split('.');
        var point = Base64Url.DecodeFromChars(parts["k"]);
        using var key = ECDsa.Create(new ECParameters { Curve = ECCurve.NamedCurves.nistP256, Q = new ECPoint { X = point[1..33], Y = point[33..] } });
        if (!key.VerifyData(Encoding.ASCII.GetBytes($"{token[0]}.{token[1]}"), Base64Url.DecodeFromChars(token[2]), HashAlgorithmName.SHA256))
        {
            throw new CryptographicException("The signature does not hold.");
        }

        using var header = JsonDocument.Parse(Base64Url.DecodeFromChars(token[0]));
        return header.RootElement.GetProperty("alg").GetString() == "ES256"
            ? (JsonDocument.Parse(Base64Url.DecodeFromChars(token[1])).RootElement, parts["k"])
            : throw new CryptographicException("Another algorithm.");
    }

    public void Dispose() => _key.Dispose();
}
