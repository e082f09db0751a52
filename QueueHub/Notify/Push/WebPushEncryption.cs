using System.Buffers.Binary;
using System.Security.Cryptography;

namespace QueueHub.Notify.Push;

/// <summary>Message encryption for Web Push: RFC 8291 over RFC 8188 (<c>aes128gcm</c>), one record. Only the browser can read the message, its push service cannot.</summary>
internal static class WebPushEncryption
{
    public const string ContentEncoding = "aes128gcm";
    public const int AuthLength = 16;
    public const int SaltLength = 16;

    /// <summary>An uncompressed point of P-256.</summary>
    public const int KeyLength = 65;

    private const int RecordSize = 4096;
    private const int TagLength = 16;
    private const byte LastRecord = 2;

    /// <summary>Encrypts with a fresh key and salt.</summary>
    public static byte[] Encrypt(ReadOnlySpan<byte> message, byte[] receiver, byte[] auth)
    {
        using var sender = ECDiffieHellman.Create(ECCurve.NamedCurves.nistP256);
        return Encrypt(message, receiver, auth, sender, RandomNumberGenerator.GetBytes(SaltLength));
    }

    /// <summary>The same with a key and salt that a test names.</summary>
    internal static byte[] Encrypt(ReadOnlySpan<byte> message, byte[] receiver, byte[] auth, ECDiffieHellman sender, byte[] salt)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(message.Length, RecordSize - TagLength - 1);
        var own = Point(sender.ExportParameters(includePrivateParameters: false).Q);
        using var other = Import(receiver);
        var shared = sender.DeriveRawSecretAgreement(other.PublicKey);
        var secret = HKDF.DeriveKey(HashAlgorithmName.SHA256, shared, 32, auth, [.. "WebPush: info\0"u8, .. receiver, .. own]);
        var key = HKDF.DeriveKey(HashAlgorithmName.SHA256, secret, 16, salt, [.. "Content-Encoding: aes128gcm\0"u8]);
        var nonce = HKDF.DeriveKey(HashAlgorithmName.SHA256, secret, 12, salt, [.. "Content-Encoding: nonce\0"u8]);

        // salt, record size, length of the key's id, the key as its id; then the only record.
        var header = SaltLength + sizeof(uint) + 1 + KeyLength;
        var body = new byte[header + message.Length + 1 + TagLength];
        salt.CopyTo(body, 0);
        BinaryPrimitives.WriteUInt32BigEndian(body.AsSpan(SaltLength), RecordSize);
        body[SaltLength + sizeof(uint)] = KeyLength;
        own.CopyTo(body, header - KeyLength);
        byte[] plain = [.. message, LastRecord];
        using var gcm = new AesGcm(key, TagLength);
        gcm.Encrypt(nonce, plain, body.AsSpan(header, plain.Length), body.AsSpan(header + plain.Length));
        return body;
    }

    /// <summary>A public key as browsers give it.</summary>
    /// <exception cref="CryptographicException">It is no point of the curve.</exception>
    public static ECDiffieHellman Import(byte[] point) => point is [4, ..] && point.Length == KeyLength
        ? ECDiffieHellman.Create(new ECParameters { Curve = ECCurve.NamedCurves.nistP256, Q = new ECPoint { X = point[1..33], Y = point[33..] } })
        : throw new CryptographicException("Not an uncompressed point of P-256.");

    /// <summary>A public key as browsers take it.</summary>
    public static byte[] Point(ECPoint point) => [4, .. point.X!, .. point.Y!];
}
