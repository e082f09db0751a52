using System.Net;
using System.Net.Sockets;
using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace QueueHub.Platform;

/// <summary>Where Kestrel listens.</summary>
internal static class HubServer
{
    /// <summary>Listens as the command line says: on this machine only, unless it says otherwise.</summary>
    public static void Configure(KestrelServerOptions kestrel, HubOptions options)
    {
        kestrel.AddServerHeader = false;
        if (options.Lan)
        {
            kestrel.ListenAnyIP(options.Port, Encrypt);
        }
        else if (options.Port == 0)
        {
            kestrel.Listen(IPAddress.Loopback, 0, Encrypt);
        }
        else
        {
            kestrel.ListenLocalhost(options.Port, Encrypt);
        }

        void Encrypt(ListenOptions listen)
        {
            if (options.Certificate is { } certificate)
            {
                listen.UseHttps(https =>
                {
                    https.ServerCertificate = certificate.Leaf;
                    https.ServerCertificateChain = certificate.Chain;
                });
            }
        }
    }

    /// <summary>Says that the port is taken before engines are started for nothing.</summary>
    /// <exception cref="StartException">The port cannot be had.</exception>
    public static void RequireFreePort(HubOptions options)
    {
        try
        {
            using var probe = new TcpListener(options.Lan ? IPAddress.Any : IPAddress.Loopback, options.Port);
            probe.Start();
        }
        catch (SocketException error)
        {
            throw new StartException(
                error.SocketErrorCode == SocketError.AccessDenied
                    ? $"Port {options.Port} may be used by root only: choose one above 1023 with --port."
                    : $"Port {options.Port} is in use: stop the program that has it, or choose another with --port.",
                error);
        }
    }
}
