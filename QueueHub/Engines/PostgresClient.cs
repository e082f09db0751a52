using System.Data.Common;
using Npgsql;

namespace QueueHub.Engines;

/// <summary>How this hub talks to any PostgreSQL.</summary>
internal static class PostgresClient
{
    // Seconds. Nobody signs in while the database does not answer: they are told so, not kept waiting. What may take longer says so itself.
    private static readonly (string Name, string Value)[] Patience = [("Timeout", "4"), ("Command Timeout", "5")];

    /// <summary>
    /// A node that freezes or vanishes in the middle of a transaction would hold its locks for as long as its connection seems to live, and with them the
    /// writing of an office's history on every other node: so PostgreSQL itself ends such sessions.
    /// </summary>
    private const string EndOfFrozenSessions =
        """
        set idle_in_transaction_session_timeout = '10s';
        set tcp_keepalives_idle = 10;
        set tcp_keepalives_interval = 3;
        set tcp_keepalives_count = 3;
        set tcp_user_timeout = '20s'
        """;

    /// <summary>A data source for these servers; what the connection string itself says of time-outs stands.</summary>
    public static NpgsqlDataSourceBuilder Prudent(string connectionString)
    {
        var settings = new DbConnectionStringBuilder { ConnectionString = connectionString };
        foreach (var (name, value) in Patience)
        {
            if (!settings.ContainsKey(name))
            {
                settings[name] = value;
            }
        }

        return new NpgsqlDataSourceBuilder(settings.ConnectionString).UsePhysicalConnectionInitializer(Begin, BeginAsync);
    }

    private static void Begin(NpgsqlConnection connection)
    {
        using var command = new NpgsqlCommand(EndOfFrozenSessions, connection);
        command.ExecuteNonQuery();
    }

    private static async Task BeginAsync(NpgsqlConnection connection)
    {
        await using var command = new NpgsqlCommand(EndOfFrozenSessions, connection);
        await command.ExecuteNonQueryAsync();
    }
}
