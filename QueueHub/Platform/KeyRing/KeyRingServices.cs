using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.AuthenticatedEncryption;
using Microsoft.AspNetCore.DataProtection.AuthenticatedEncryption.ConfigurationModel;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.Extensions.Options;

namespace QueueHub.Platform.KeyRing;

/// <summary>The key ring's part of the composition.</summary>
public static class KeyRingServices
{
    // Part of every cookie and submission: changing it makes them all unreadable.
    private const string ApplicationName = "QueueHub";

    /// <summary>Keeps the Data Protection keys in Postgres and on the node. Comes after the database and before whoever else adds Data Protection.</summary>
    public static WebApplicationBuilder AddKeyRing(this WebApplicationBuilder builder)
    {
        builder.Services.AddHostedService<FirstKey>();
        builder.Services.AddSingleton<PostgresKeys>();
        builder.Services.AddSingleton<IConfigureOptions<KeyManagementOptions>>(services => new ConfigureOptions<KeyManagementOptions>(
            keys => keys.XmlRepository = services.GetRequiredService<PostgresKeys>()));

        // Each request of staff opens a cookie and each number seals a token: in one pass here, in two with the default. Older keys keep what they were made for.
        builder.Services.AddDataProtection().SetApplicationName(ApplicationName).UseCryptographicAlgorithms(
            new AuthenticatedEncryptorConfiguration { EncryptionAlgorithm = EncryptionAlgorithm.AES_256_GCM });
        return builder;
    }
}
