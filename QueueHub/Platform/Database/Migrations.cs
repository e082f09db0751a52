using DbUp;
using DbUp.Engine.Output;
using DbUp.Postgresql;
using Npgsql;

namespace QueueHub.Platform.Database;

/// <summary>Brings the schema up to this build's: the scripts of db/migrations, forward only, each in its transaction.</summary>
public static class Migrations
{
    private const string Prefix = "migrations/";

    // Any constant that no other program uses as an advisory lock in this database.
    private const long LockKey = 0x5175657565487562;

    private static readonly TimeSpan LongestScript = TimeSpan.FromMinutes(30);

    /// <summary>Applies what is missing. Nodes that start together wait for one another here.</summary>
    /// <exception cref="NpgsqlException">Postgres cannot be reached.</exception>
    /// <exception cref="InvalidOperationException">A script failed; nothing of it remains.</exception>
    public static async Task ApplyAsync(NpgsqlDataSource source, ILogger logger, CancellationToken cancellation)
    {
        await using var holder = await source.OpenConnectionAsync(cancellation);
        await using var command = holder.CreateCommand();
        command.CommandText = $"select pg_advisory_lock({LockKey})";
        command.CommandTimeout = 0;
        await command.ExecuteNonQueryAsync(cancellation);
        try
        {
            await Task.Run(() => Upgrade(source, logger), CancellationToken.None);
        }
        finally
        {
            command.CommandText = $"select pg_advisory_unlock({LockKey})";
            await command.ExecuteNonQueryAsync(CancellationToken.None);
        }
    }

    private static void Upgrade(NpgsqlDataSource source, ILogger logger)
    {
        var upgrader = DeployChanges.To
            .PostgresqlDatabase(new PostgresqlConnectionManager(source))
            .WithScriptsEmbeddedInAssembly(typeof(Migrations).Assembly, name => name.StartsWith(Prefix, StringComparison.Ordinal))
            .WithTransactionPerScript()
            .WithExecutionTimeout(LongestScript)
            .WithVariablesDisabled()
            .LogTo(new UpgradeLog(logger))
            .Build();
        var result = upgrader.PerformUpgrade();
        if (!result.Successful)
        {
            throw PostgresFaults.IsFault(result.Error)
                ? result.Error
                : new InvalidOperationException($"The migration {result.ErrorScript?.Name ?? "journal"} failed: {result.Error.Message}", result.Error);
        }
    }

    private sealed class UpgradeLog(ILogger logger) : IUpgradeLog
    {
        public void LogTrace(string format, params object[] args) => Write(LogLevel.Trace, null, format, args);
        public void LogDebug(string format, params object[] args) => Write(LogLevel.Debug, null, format, args);
        public void LogInformation(string format, params object[] args) => Write(LogLevel.Debug, null, format, args);
        public void LogWarning(string format, params object[] args) => Write(LogLevel.Warning, null, format, args);
        public void LogError(string format, params object[] args) => Write(LogLevel.Error, null, format, args);
        public void LogError(Exception ex, string format, params object[] args) => Write(LogLevel.Error, ex, format, args);

        private void Write(LogLevel level, Exception? error, string format, object[] args) =>
            logger.Log(level, error, "Migration: {Message}", args.Length == 0 ? format : string.Format(System.Globalization.CultureInfo.InvariantCulture, format, args));
    }
}
