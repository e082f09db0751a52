using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace QueueHub.Platform;

/// <summary>The certificate that HTTPS is served with.</summary>
/// <param name="Leaf">The hub's own certificate, with its private key.</param>
/// <param name="Chain">All certificates of the file, so that phones get the intermediate ones too.</param>
public sealed record HubCertificate(X509Certificate2 Leaf, X509Certificate2Collection Chain)
{
    /// <summary>The name that phones must use; null when the certificate names none, or several by a wildcard.</summary>
    public string? Name =>
        Leaf.GetNameInfo(X509NameType.DnsName, forIssuer: false) is { Length: > 0 } name && Uri.CheckHostName(name) != UriHostNameType.Unknown ? name : null;

    /// <summary>Reads a PEM file (with its key in it or in <paramref name="keyFile"/>) or a PFX file without a password.</summary>
    /// <exception cref="StartException">The files do not hold a certificate and its key.</exception>
    public static HubCertificate Load(string file, string? keyFile)
    {
        try
        {
            var chain = new X509Certificate2Collection();
            if (File.ReadAllText(file).Contains("-----BEGIN CERTIFICATE-----", StringComparison.Ordinal))
            {
                chain.ImportFromPemFile(file);
                return new HubCertificate(X509Certificate2.CreateFromPemFile(file, keyFile), chain);
            }

            chain = X509CertificateLoader.LoadPkcs12CollectionFromFile(file, password: null);
            var leaf = chain.FirstOrDefault(certificate => certificate.HasPrivateKey) ?? throw new CryptographicException("it holds no private key");
            return new HubCertificate(leaf, chain);
        }
        catch (Exception error) when (error is CryptographicException or IOException or UnauthorizedAccessException)
        {
            throw new StartException($"The certificate {file} cannot be used: {error.Message.TrimEnd('.')}.", error);
        }
    }
}
