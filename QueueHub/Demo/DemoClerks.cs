using System.Security.Cryptography;
using Dapper;
using Npgsql;
using QueueHub.Offices;
using QueueHub.Staff;

namespace QueueHub.Demo;

/// <summary>The accounts of simulated clerks, one an office. They can sign in only while a demo runs, with a password made for this run.</summary>
internal sealed class DemoClerks(NpgsqlDataSource source, ConfigurationStore configuration, Passwords passwords)
{
    /// <summary>What their names and ids begin with; ids of people are hexadecimal.</summary>
    public const string Prefix = "demo-";

    private const int PasswordBytes = 24;

    /// <summary>Makes or renews them; gives the password, which is kept nowhere.</summary>
    public async Task<string> AdmitAsync(CancellationToken cancellation)
    {
        await configuration.SeedAsync(cancellation);
        var password = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(PasswordBytes));
        await using var connection = await source.OpenConnectionAsync(cancellation);
        await connection.ExecuteAsync(new CommandDefinition(
            """
            insert into staff (id, name, display_name, password_hash)
            select @Prefix || slug, @Prefix || slug, '시연 직원', @hash from office
            on conflict (id) do update set password_hash = excluded.password_hash, disabled = false, failed_count = 0, locked_until = null;
            insert into staff_office (staff, office, role)
            select @Prefix || slug, slug, 'clerk' from office on conflict do nothing
            """,
            new { Prefix, hash = passwords.Hash(password) }, cancellationToken: cancellation));
        return password;
    }

    /// <summary>Ends their sessions and lets none of them in.</summary>
    public async Task DismissAsync(CancellationToken cancellation)
    {
        await using var connection = await source.OpenConnectionAsync(cancellation);
        await connection.ExecuteAsync(new CommandDefinition(
            "update staff set disabled = true where id like @Prefix || '%' and not disabled", new { Prefix }, cancellationToken: cancellation));
    }
}
