using Dapper;
using Npgsql;
using QueueHub.Contracts.Boards;

namespace QueueHub.History.Comments;

/// <summary>
/// What citizens say of their visits, in Postgres: of a service and an hour, never of a ticket. Whoever reads it cannot find out who wrote it, nor can the hub.
/// </summary>
public sealed class VisitComments(NpgsqlDataSource source)
{
    /// <summary>Comments in one answer.</summary>
    public const int PageSize = 200;

    /// <summary>How many years a comment is kept.</summary>
    public const int KeptYears = 1;

    // The citizen waits for it: a database that does not answer is one that is away.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(4);

    /// <summary>Keeps a comment if <paramref name="rated"/>, which is run before it is final, gives no code of a refusal; gives that code.</summary>
    /// <exception cref="TimeoutException">Postgres does not answer.</exception>
    internal async Task<string?> AddAsync(VisitComment comment, string office, Func<Task<string?>> rated)
    {
        using var late = new CancellationTokenSource(Patience);
        try
        {
            await using var connection = await source.OpenConnectionAsync(late.Token);
            await using var transaction = await connection.BeginTransactionAsync(late.Token);
            await connection.ExecuteAsync(new CommandDefinition(
                """
                insert into visit_comment (office, business_date, service, rating, comment, received_hour)
                values (@office, @Day::date, @Service, @Rating, @Comment, @Hour) on conflict do nothing
                """,
                new { office, comment.Day, comment.Service, comment.Rating, comment.Comment, Hour = comment.Hour.UtcDateTime }, transaction, cancellationToken: late.Token));
            var code = await rated();
            if (code is null)
            {
                await transaction.CommitAsync(CancellationToken.None);
            }

            return code;
        }
        catch (OperationCanceledException) when (late.IsCancellationRequested)
        {
            throw new TimeoutException("Postgres does not answer.");
        }
    }

    /// <summary>Those of some business days, newest hour first, at most <see cref="PageSize"/>.</summary>
    public async Task<IReadOnlyList<VisitComment>> PageAsync(string office, DateOnly from, DateOnly to, CancellationToken cancellation)
    {
        await using var connection = await source.OpenConnectionAsync(cancellation);
        var rows = await connection.QueryAsync<Row>(new CommandDefinition(
            $"""
            select to_char(business_date, 'YYYY-MM-DD') as day, service, rating::int as rating, comment, (extract(epoch from received_hour))::bigint as hour
            from visit_comment where office = @office and business_date between @from and @to
            order by received_hour desc, id limit {PageSize}
            """,
            new { office, from, to }, cancellationToken: cancellation));
        return [.. rows.Select(row => new VisitComment(row.Day, row.Service, row.Rating, row.Comment, DateTimeOffset.FromUnixTimeSeconds(row.Hour)))];
    }

    /// <summary>Lets go of what was received before <paramref name="now"/> less <see cref="KeptYears"/>; says how many.</summary>
    public async Task<long> PurgeAsync(DateTimeOffset now, CancellationToken cancellation)
    {
        await using var connection = await source.OpenConnectionAsync(cancellation);
        return await connection.ExecuteAsync(new CommandDefinition(
            "delete from visit_comment where received_hour < @before", new { before = now.AddYears(-KeptYears).UtcDateTime }, cancellationToken: cancellation));
    }

    private sealed record Row(string Day, string Service, int Rating, string Comment, long Hour);
}
