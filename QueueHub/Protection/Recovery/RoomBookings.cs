using Dapper;
using Npgsql;

namespace QueueHub.Protection.Recovery;

/// <summary>Somebody has the recovery room.</summary>
/// <param name="Request">Id of the request that booked it.</param>
public sealed record RoomBooking(string Id, string Office, string Staff, string? Counter, DateTimeOffset FromAt, DateTimeOffset UntilAt, string Request);

/// <summary>Who has which office's recovery room until when. Nothing of it is written anywhere else, and nothing outlives its day.</summary>
public sealed class RoomBookings(NpgsqlDataSource source)
{
    private const string Columns = "id, office, staff, counter, from_at as fromAt, until_at as untilAt, request";

    /// <summary>The bookings of an office that are not over, the next one first.</summary>
    public async Task<IReadOnlyList<RoomBooking>> AtAsync(string office, DateTimeOffset now, CancellationToken cancellation)
    {
        await using var connection = await source.OpenConnectionAsync(cancellation);
        return [.. (await connection.QueryAsync<Row>(new CommandDefinition(
            $"select {Columns} from recovery_booking where office = @office and until_at > @now order by from_at",
            new { office, now = now.UtcDateTime }, cancellationToken: cancellation))).Select(row => row.Booking)];
    }

    /// <summary>
    /// Books the room; what the same person had booked at that time is replaced. False when somebody else has it then. A repeated request changes nothing.
    /// </summary>
    public async Task<bool> BookAsync(RoomBooking booking, CancellationToken cancellation)
    {
        await using var connection = await source.OpenConnectionAsync(cancellation);
        await using var transaction = await connection.BeginTransactionAsync(cancellation);

        // Two nodes must not both find the room free.
        await connection.ExecuteAsync("select pg_advisory_xact_lock(hashtextextended('recovery ' || @Office, 0))", booking);
        var times = new { booking.Office, booking.Staff, booking.Request, from = booking.FromAt.UtcDateTime, until = booking.UntilAt.UtcDateTime };
        if (await connection.ExecuteScalarAsync<bool>(
            "select exists (select from recovery_booking where office = @Office and staff = @Staff and request = @Request)", times))
        {
            return true;
        }

        const string Overlapping = "office = @Office and from_at < @until and until_at > @from";
        if (await connection.ExecuteScalarAsync<bool>($"select exists (select from recovery_booking where {Overlapping} and staff <> @Staff)", times))
        {
            return false;
        }

        await connection.ExecuteAsync($"delete from recovery_booking where {Overlapping} and staff = @Staff", times);
        await connection.ExecuteAsync(
            """
            insert into recovery_booking (id, office, staff, counter, from_at, until_at, request)
            values (@Id, @Office, @Staff, @Counter, @from, @until, @Request)
            """,
            new
            {
                booking.Id,
                booking.Office,
                booking.Staff,
                booking.Counter,
                booking.Request,
                times.from,
                times.until,
            });
        await transaction.CommitAsync(cancellation);
        return true;
    }

    /// <summary>The room is free again; false when there is no such booking.</summary>
    /// <param name="id">Null: all that the person has booked.</param>
    /// <param name="staff">Only if it is theirs; null: anybody's.</param>
    public async Task<bool> EndAsync(string office, string? id, string? staff, CancellationToken cancellation)
    {
        await using var connection = await source.OpenConnectionAsync(cancellation);
        return await connection.ExecuteAsync(new CommandDefinition(
            """
            delete from recovery_booking
            where office = @office and (@id::text is null or id = @id) and (@staff::text is null or staff = @staff)
            """,
            new { office, id, staff }, cancellationToken: cancellation)) > 0;
    }

    /// <summary>Nothing is left of bookings of an office that were over before its day began.</summary>
    public async Task ForgetAsync(string office, DateTimeOffset day, CancellationToken cancellation)
    {
        await using var connection = await source.OpenConnectionAsync(cancellation);
        await connection.ExecuteAsync(new CommandDefinition(
            "delete from recovery_booking where office = @office and until_at <= @day", new { office, day = day.UtcDateTime }, cancellationToken: cancellation));
    }

    private sealed record Row(string Id, string Office, string Staff, string? Counter, DateTime FromAt, DateTime UntilAt, string Request)
    {
        public RoomBooking Booking => new(
            Id, Office, Staff, Counter, new DateTimeOffset(FromAt.ToUniversalTime()), new DateTimeOffset(UntilAt.ToUniversalTime()), Request);
    }
}
