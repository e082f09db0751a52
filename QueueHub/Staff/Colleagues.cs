using Dapper;
using Npgsql;
using QueueHub.Contracts.Staff;

namespace QueueHub.Staff;

/// <summary>Who can be given a counter of an office.</summary>
public sealed class Colleagues(NpgsqlDataSource source)
{
    /// <summary>The people who may work there, by name; not those whose account is disabled, nor the demo's make-believe ones.</summary>
    public async Task<IReadOnlyList<Colleague>> OfAsync(string office, CancellationToken cancellation)
    {
        await using var connection = await source.OpenConnectionAsync(cancellation);
        return [.. await connection.QueryAsync<Colleague>(new CommandDefinition(
            $"""
            select staff.id, staff.display_name as name
            from staff join staff_office on staff_office.staff = staff.id
            where staff_office.office = @office and not staff.disabled and staff.id not like '{Demo.DemoClerks.Prefix}%'
            order by staff.display_name, staff.id
            """,
            new { office }, cancellationToken: cancellation))];
    }
}
