using System.Globalization;
using Dapper;
using Npgsql;

namespace QueueHub.History.Retention;

/// <summary>Lets go of messages to webhooks that nobody has taken: they tell of single tickets, and who has not wanted them for so long does not.</summary>
internal sealed class OldMessages(NpgsqlDataSource source)
{
    /// <summary>Takes away what was queued before the first day that stays; gives how many there were.</summary>
    public async Task<int> DropAsync(int days, DateTimeOffset now, CancellationToken cancellation)
    {
        var before = now.UtcDateTime.Date.AddDays(-days);
        await using var connection = await source.OpenConnectionAsync(cancellation);
        await using var transaction = await connection.BeginTransactionAsync(cancellation);
        var gone = (await connection.QueryAsync<DateTime>(new CommandDefinition(
            "delete from webhook_delivery where queued_at < @before returning queued_at", new { before }, cancellationToken: cancellation))).AsList();
        if (gone.Count > 0)
        {
            await Destructions.WriteAsync(
                connection, "webhook_delivery", Text(gone.Min()), Text(before), gone.Count, $"{HistoryOptions.Section}:{nameof(HistoryOptions.KeepMessagesDays)}={days}");
            await transaction.CommitAsync(cancellation);
        }

        return gone.Count;
    }

    private static string Text(DateTime day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
