using System.Net;
using System.Net.Sockets;
using Npgsql;

namespace QueueHub.TestSupport;

/// <summary>A link to a database that can be cut, fall silent and be restored.</summary>
public sealed class PostgresLink : IAsyncDisposable
{
    private readonly FaultProxy _proxy;

    public PostgresLink(string connectionString)
    {
        var target = new NpgsqlConnectionStringBuilder(connectionString);
        EndPoint server = target.Host!.StartsWith('/')
            ? new UnixDomainSocketEndPoint(Path.Combine(target.Host, $".s.PGSQL.{target.Port}"))
            : new DnsEndPoint(target.Host, target.Port);
        _proxy = new FaultProxy(server);
        target.Host = _proxy.EndPoint.Address.ToString();
        target.Port = _proxy.EndPoint.Port;

        // Whoever uses it waits no longer than in an office: what it does is to fail.
        target.Remove(nameof(target.Timeout));
        target.Remove(nameof(target.CommandTimeout));
        ConnectionString = target.ConnectionString;
    }

    /// <summary>How to reach the database through this link.</summary>
    public string ConnectionString { get; }

    public void Cut() => _proxy.Cut();
    public void Silence() => _proxy.Silence();
    public void Restore() => _proxy.Restore();
    public ValueTask DisposeAsync() => _proxy.DisposeAsync();
}
