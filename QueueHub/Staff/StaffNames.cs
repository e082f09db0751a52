using System.Collections.Immutable;
using Dapper;
using Npgsql;
using QueueHub.Platform.Database;

namespace QueueHub.Staff;

/// <summary>Who is behind a staff id, for colleagues: read from Postgres and kept in memory. While nothing was read yet, people are shown by their id.</summary>
public sealed class StaffNames(NpgsqlDataSource source, DatabaseStart database, ILogger<StaffNames> logger) : BackgroundService
{
    private const string Channel = "queuehub_staff_names";
    private static readonly TimeSpan Poll = TimeSpan.FromSeconds(60);

    /// <summary>Staff id → name; another object when anything changed.</summary>
    public IReadOnlyDictionary<string, string> All { get; private set; } = ImmutableDictionary<string, string>.Empty;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await database.ReadyAsync(stoppingToken);
        await new PostgresBell(source, Channel, Poll, logger).RunAsync(ReadAsync, stoppingToken);
    }

    private async Task ReadAsync(CancellationToken cancellation)
    {
        await using var connection = await source.OpenConnectionAsync(cancellation);
        var names = await connection.QueryAsync<(string Id, string Name)>(new CommandDefinition(
            "select id, display_name from staff", cancellationToken: cancellation));
        All = names.ToDictionary(row => row.Id, row => row.Name);
    }
}
