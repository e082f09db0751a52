using Microsoft.AspNetCore.DataProtection;
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
        builder.Services.AddDataProtection().SetApplicationName(ApplicationName);
        return builder;
    }
}
