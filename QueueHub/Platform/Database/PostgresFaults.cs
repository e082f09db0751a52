using Npgsql;

namespace QueueHub.Platform.Database;

/// <summary>Tells an unreachable, starting or stopping Postgres from a defect.</summary>
public static class PostgresFaults
{
    /// <summary>True when the same call may succeed once Postgres is back.</summary>
    public static bool IsFault(Exception error) => error switch
    {
        // Connection, resources, operator intervention, system error; serialization failure and deadlock.
        PostgresException answer => answer.SqlState[..2] is "08" or "53" or "57" or "58" or "40",
        NpgsqlException or TimeoutException => true,
        _ => false,
    };
}
