using Dapper;
using Npgsql;
using QueueHub.Contracts;
using QueueHub.Staff.Accounts;

namespace QueueHub.History.Keys;

/// <summary>Makes, lists and ends keys, each with its line in the log in one transaction. The maker's rights are read here, not taken from their session.</summary>
internal sealed class ApiKeys(NpgsqlDataSource source, TimeProvider time)
{
    /// <summary>Characters of a name at most.</summary>
    public const int LongestName = 60;

    /// <summary>Days that a key may be good for.</summary>
    public static readonly IReadOnlyList<int> Lifetimes = [90, 365, 730];

    /// <summary>Makes a key; its secret is given here and never again.</summary>
    /// <param name="office">Null: all of the district.</param>
    public async Task<(NewApiKey? Made, string? Code)> CreateAsync(StaffActor by, string name, string? office, int days)
    {
        name = name.Trim();
        if (name.Length is 0 or > LongestName || name.Any(char.IsControl))
        {
            return (null, ProblemCodes.ApiKeyNameInvalid);
        }

        if (!Lifetimes.Contains(days))
        {
            return (null, ProblemCodes.InvalidRequest);
        }

        var made = new NewApiKey(Guid.NewGuid().ToString("N"), name, office, ApiKeySecret.New(), time.GetUtcNow().AddDays(days));
        var code = await ChangeAsync(by, async (connection, transaction, rights) =>
        {
            if (!rights.MayGrantAt(office))
            {
                return ProblemCodes.Forbidden;
            }

            if (office is not null && !await connection.QuerySingleAsync<bool>("select exists (select from office where slug = @office)", new { office }, transaction))
            {
                return ProblemCodes.UnknownOffice;
            }

            await connection.ExecuteAsync(
                """
                insert into api_key (id, name, hash, office, created_by, created_at, expires_at)
                values (@Id, @Name, @hash, @Office, @by, @now, @ExpiresAt)
                """,
                new { made.Id, made.Name, hash = ApiKeySecret.Hash(made.Secret), made.Office, by = by.Name, now = time.GetUtcNow(), made.ExpiresAt }, transaction);
            await LogAsync(connection, transaction, by, made.Id, "created");
            return null;
        });
        return code is null ? (made, null) : (null, code);
    }

    /// <summary>Ends a key; to end one that has ended changes nothing.</summary>
    public Task<string?> RevokeAsync(StaffActor by, string id) => ChangeAsync(by, async (connection, transaction, rights) =>
    {
        var offices = (await connection.QueryAsync<string?>("select office from api_key where id = @id for update", new { id }, transaction)).ToList();
        if (offices is not [var office] || !rights.MayGrantAt(office))
        {
            return ProblemCodes.UnknownApiKey;
        }

        if (await connection.ExecuteAsync(
            "update api_key set revoked_by = @by, revoked_at = @now where id = @id and revoked_at is null",
            new { id, by = by.Name, now = time.GetUtcNow() }, transaction) > 0)
        {
            await LogAsync(connection, transaction, by, id, "revoked");
        }

        return null;
    });

    /// <summary>The keys that <paramref name="rights"/> let look after, newest first.</summary>
    public async Task<IReadOnlyList<ApiKeyRow>> ListAsync(StaffRights rights)
    {
        await using var connection = await source.OpenConnectionAsync();
        return [.. await connection.QueryAsync<ApiKeyRow>(
            """
            select k.id, k.name, k.office, m.display_name as createdBy, k.created_at as createdAt, k.expires_at as expiresAt,
              e.display_name as revokedBy, k.revoked_at as revokedAt, k.last_used_at as lastUsedAt
            from api_key k join staff m on m.id = k.created_by left join staff e on e.id = k.revoked_by
            where @District or k.office = any(@offices)
            order by k.created_at desc, k.id limit 500
            """,
            new { rights.District, offices = rights.Offices.ToArray() })];
    }

    private async Task<string?> ChangeAsync(StaffActor by, Func<NpgsqlConnection, NpgsqlTransaction, StaffRights, Task<string?>> make)
    {
        await using var connection = await source.OpenConnectionAsync();
        await using var transaction = await connection.BeginTransactionAsync();
        var rights = await StaffPeople.RightsAsync(connection, by, transaction);
        var code = rights.Any ? await make(connection, transaction, rights) : ProblemCodes.Forbidden;
        if (code is null)
        {
            await transaction.CommitAsync();
        }

        return code;
    }

    private Task<int> LogAsync(NpgsqlConnection connection, NpgsqlTransaction transaction, StaffActor by, string id, string action) => connection.ExecuteAsync(
        "insert into api_key_log (at, by, key, name, office, action) select @now, @by, id, name, office, @action from api_key where id = @id",
        new { now = time.GetUtcNow(), by = by.Name, id, action }, transaction);
}

/// <summary>A key as it is handed over: only now does anybody see its secret.</summary>
public sealed record NewApiKey(string Id, string Name, string? Office, string Secret, DateTimeOffset ExpiresAt);

/// <summary>A key as its administrators see it.</summary>
/// <param name="LastUsedAt">To the hour.</param>
public sealed record ApiKeyRow(
    string Id, string Name, string? Office, string CreatedBy, DateTime CreatedAt, DateTime ExpiresAt, string? RevokedBy, DateTime? RevokedAt, DateTime? LastUsedAt)
{
    /// <summary>True while it opens what it is for.</summary>
    public bool IsLive(DateTimeOffset now) => RevokedAt is null && ExpiresAt > now.UtcDateTime;
}
