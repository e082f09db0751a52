using System.Security.Claims;
using Dapper;
using Npgsql;
using QueueHub.Contracts.Staff;

namespace QueueHub.Staff;

/// <summary>Staff and their sessions in Postgres.</summary>
internal sealed class StaffDirectory(NpgsqlDataSource source)
{
    /// <summary>
    /// Takes one try at an account, counted before the password is looked at: so that many guesses at once cannot outrun the lock.
    /// </summary>
    public async Task<(SignInTry Outcome, StaffRow? Staff)> TryAsync(string name, int limit, DateTimeOffset now, DateTimeOffset lockUntil)
    {
        await using var connection = await source.OpenConnectionAsync();
        var staff = await connection.QuerySingleOrDefaultAsync<StaffRow>(
            """
            update staff set
              failed_count = case when locked_until is null then failed_count + 1 else 1 end,
              locked_until = case when (case when locked_until is null then failed_count + 1 else 1 end) >= @limit then @lockUntil end
            where name = @name and not disabled and (locked_until is null or locked_until <= @now)
            returning id, name, display_name as displayName, password_hash as passwordHash, security_stamp as securityStamp,
                      must_change_password as mustChangePassword
            """,
            new { name, limit, now, lockUntil });
        if (staff is not null)
        {
            return (SignInTry.Taken, staff);
        }

        var locked = await connection.QuerySingleAsync<bool>(
            "select exists (select from staff where name = @name and not disabled and locked_until > @now)", new { name, now });
        return (locked ? SignInTry.Locked : SignInTry.Unknown, null);
    }

    /// <summary>Forgets the failures.</summary>
    public async Task ForgiveAsync(StaffRow staff)
    {
        await using var connection = await source.OpenConnectionAsync();
        await connection.ExecuteAsync("update staff set failed_count = 0, locked_until = null where id = @Id", staff);
    }

    /// <summary>Forgets the failures and begins a session. The roles are read after the stamp: a change in between ends the session rather than being missed.</summary>
    public async Task<StaffRoles> BeginAsync(StaffRow staff, string session, DateTimeOffset now)
    {
        await using var connection = await source.OpenConnectionAsync();
        await using var transaction = await connection.BeginTransactionAsync();
        await connection.ExecuteAsync("update staff set failed_count = 0, locked_until = null where id = @Id", staff, transaction);
        await connection.ExecuteAsync(
            "insert into staff_session (id, staff, security_stamp, started_at) values (@session, @Id, @SecurityStamp, @now)",
            new { session, staff.Id, staff.SecurityStamp, now }, transaction);
        var district = await connection.QuerySingleAsync<string?>("select district_role from staff where id = @Id", staff, transaction);
        var offices = await connection.QueryAsync<StaffOfficeRow>(
            "select office, role from staff_office where staff = @Id order by office", staff, transaction);
        await transaction.CommitAsync();
        return new StaffRoles(district, [.. offices]);
    }

    /// <summary>Ends sessions.</summary>
    public async Task EndAsync(IReadOnlyList<string> sessions, DateTimeOffset now, CancellationToken cancellation)
    {
        await using var connection = await source.OpenConnectionAsync(cancellation);
        await connection.ExecuteAsync(new CommandDefinition(
            "update staff_session set ended_at = @now where id = any(@sessions) and ended_at is null",
            new { sessions = sessions.ToArray(), now }, cancellationToken: cancellation));
    }

    /// <summary>Sessions begun since <paramref name="since"/> that are over: signed out, revoked, or begun before <paramref name="oldest"/>.</summary>
    public async Task<IReadOnlyList<EndedSession>> EndedAsync(DateTimeOffset since, DateTimeOffset oldest, CancellationToken cancellation)
    {
        await using var connection = await source.OpenConnectionAsync(cancellation);
        return [.. await connection.QueryAsync<EndedSession>(new CommandDefinition(
            """
            select session.staff, session.id as session
            from staff_session session join staff on staff.id = session.staff
            where session.started_at > @since
              and (session.ended_at is not null or staff.disabled or staff.security_stamp <> session.security_stamp or session.started_at < @oldest)
            """,
            new { since, oldest }, cancellationToken: cancellation))];
    }
}

/// <summary>What became of a try at an account.</summary>
internal enum SignInTry
{
    /// <summary>The password may be looked at.</summary>
    Taken,

    /// <summary>No such account, or a disabled one.</summary>
    Unknown,

    /// <summary>Too many failures; wait.</summary>
    Locked,
}

/// <summary>An account.</summary>
internal sealed record StaffRow(string Id, string Name, string DisplayName, string PasswordHash, string SecurityStamp, bool MustChangePassword);

/// <summary>Where a person works, as what: clerk, supervisor, administrator.</summary>
public sealed record StaffOfficeRow(string Office, string Role)
{
    public StaffRole StaffRole => Enum.Parse<StaffRole>(Role, ignoreCase: true);
}

/// <summary>A person's roles: at every office, if any, and at some.</summary>
internal sealed record StaffRoles(string? District, IReadOnlyList<StaffOfficeRow> Offices)
{
    public IEnumerable<Claim> Claims => StaffAccess.Roles(
        District is null ? null : Enum.Parse<StaffRole>(District, ignoreCase: true), Offices.Select(row => (row.Office, row.StaffRole)));
}
