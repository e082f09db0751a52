using Dapper;
using Npgsql;
using QueueHub.Demo;

namespace QueueHub.Staff.Accounts;

/// <summary>What administrators read: the people they look after, and what was done to their accounts.</summary>
internal sealed class StaffPeople(NpgsqlDataSource source)
{
    private const string Columns =
        """
        id, name, display_name as displayName, district_role as district, disabled, must_change_password as mustChangePassword, locked_until as lockedUntil,
        (select max(started_at) from staff_session session where session.staff = staff.id) as lastSignIn,
        array(select office || ':' || role from staff_office held where held.staff = staff.id order by office) as roles
        """;

    private const string Visible =
        """
        (@district or exists (select from staff_office held where held.staff = staff.id and held.office = any(@offices)))
        """;

    /// <summary>What somebody may look after now.</summary>
    public async Task<StaffRights> RightsAsync(StaffActor actor)
    {
        await using var connection = await source.OpenConnectionAsync();
        return await RightsAsync(connection, actor);
    }

    /// <summary>One of the people that <paramref name="rights"/> let see.</summary>
    public async Task<StaffPerson?> FindAsync(StaffRights rights, string id)
    {
        await using var connection = await source.OpenConnectionAsync();
        return await FindAsync(connection, id) is { } person && rights.MaySee(person) ? person : null;
    }

    /// <summary>The person with this account name.</summary>
    public async Task<StaffPerson?> NamedAsync(string name)
    {
        await using var connection = await source.OpenConnectionAsync();
        return await connection.QuerySingleOrDefaultAsync<StaffPerson>(
            $"select {Columns} from staff where name = @name", new { name = name.Trim().ToLowerInvariant() });
    }

    /// <summary>People by name, some at a time.</summary>
    /// <param name="search">Part of a name.</param>
    /// <param name="office">Only those with a role at it.</param>
    public async Task<IReadOnlyList<StaffPerson>> ListAsync(StaffRights rights, string? search, string? office, int skip, int take)
    {
        await using var connection = await source.OpenConnectionAsync();
        return [.. await connection.QueryAsync<StaffPerson>(
            $"""
            select {Columns} from staff
            where id not like @demo and {Visible}
              and (@search is null or strpos(lower(name || ' ' || display_name), lower(@search)) > 0)
              and (@office is null or exists (select from staff_office held where held.staff = staff.id and held.office = @office))
            order by disabled, name
            offset @skip limit @take
            """,
            new { rights.District, offices = rights.Offices.ToArray(), demo = DemoClerks.Prefix + "%", search, office, skip, take })];
    }

    /// <summary>The newest lines before one; of one person, or of all whom <paramref name="rights"/> let see.</summary>
    public async Task<IReadOnlyList<StaffLogLine>> LogAsync(StaffRights rights, string? of, long? before, int take)
    {
        await using var connection = await source.OpenConnectionAsync();
        return [.. await connection.QueryAsync<StaffLogLine>(
            $"""
            select log.id, log.at, coalesce((select display_name from staff maker where maker.id = log.by), log.by) as by,
                   log.staff, staff.name, staff.display_name as displayName, log.action, log.office, log.role
            from staff_log log join staff on staff.id = log.staff
            where (@of is null or log.staff = @of) and (@before is null or log.id < @before)
              and (@district or log.office = any(@offices) or (log.office is null and {Visible}))
            order by log.id desc
            limit @take
            """,
            new { rights.District, offices = rights.Offices.ToArray(), of, before, take })];
    }

    internal static async Task<StaffRights> RightsAsync(NpgsqlConnection connection, StaffActor actor, NpgsqlTransaction? transaction = null)
    {
        if (ReferenceEquals(actor, StaffActor.CommandLine))
        {
            return new StaffRights(true, new HashSet<string>());
        }

        var person = await FindAsync(connection, actor.Name, transaction);
        return person is { Disabled: false } ? StaffRights.Of(person.DistrictRole, person.Offices) : new StaffRights(false, new HashSet<string>());
    }

    internal static Task<StaffPerson?> FindAsync(NpgsqlConnection connection, string id, NpgsqlTransaction? transaction = null) =>
        connection.QuerySingleOrDefaultAsync<StaffPerson>($"select {Columns} from staff where id = @id", new { id }, transaction);
}
