using Dapper;
using Npgsql;
using QueueHub.Contracts;
using QueueHub.Contracts.Staff;
using QueueHub.Demo;

namespace QueueHub.Staff.Accounts;

/// <summary>
/// Every change of accounts and roles, each with its line in the log in one transaction. Changes wait for one another: they are rare, and what one of them
/// may do (its maker's own rights, the last administrator) hangs on all others. The maker's rights are read here, not taken from their session.
/// </summary>
internal sealed class StaffAccounts(NpgsqlDataSource source, Passwords passwords, TimeProvider time)
{
    // Any constant that no other program uses as an advisory lock in this database.
    private const long LockKey = 0x5175537461666673;

    /// <summary>Makes an account with its first role; the password is good for choosing another and shown to nobody again.</summary>
    public async Task<(NewPassword? Made, string? Code)> CreateAsync(StaffActor by, string name, string displayName, StaffGrant grant)
    {
        name = name.Trim().ToLowerInvariant();
        if (AccountNames.Fault(name, displayName) is { } fault)
        {
            return (null, fault);
        }

        var made = new NewPassword(Guid.NewGuid().ToString("N"), name, OneTimePassword.New());
        var hash = passwords.Hash(made.Password);
        var code = await ChangeAsync(by, async (change, rights) =>
        {
            if (!rights.MayGrantAt(grant.Office))
            {
                return ProblemCodes.Forbidden;
            }

            var inserted = await change.ExecuteAsync(
                """
                insert into staff (id, name, display_name, password_hash, must_change_password, created_at)
                values (@Id, @Name, @display, @hash, true, @now) on conflict (name) do nothing
                """,
                new { made.Id, made.Name, display = displayName.Trim(), hash, now = time.GetUtcNow() });
            if (inserted == 0)
            {
                return ProblemCodes.AccountNameTaken;
            }

            await change.LogAsync(made.Id, StaffAction.Created);
            return await GrantAsync(change, made.Id, grant);
        });
        return code is null ? (made, null) : (null, code);
    }

    /// <summary>Changes how the person is called.</summary>
    public Task<string?> RenameAsync(StaffActor by, string id, string displayName) => AccountNames.DisplayFault(displayName) is { } fault
        ? Task.FromResult<string?>(fault)
        : ChangeAccountAsync(by, id, async (change, person) =>
        {
            var display = displayName.Trim();
            if (person.DisplayName != display)
            {
                await change.ExecuteAsync("update staff set display_name = @display where id = @id", new { id, display });
                await change.LogAsync(id, StaffAction.Renamed);
            }

            return null;
        });

    /// <summary>Lets the person in no more; their sessions end.</summary>
    public Task<string?> DisableAsync(StaffActor by, string id) => ChangeAccountAsync(by, id, async (change, person) =>
    {
        if (by.Name == id)
        {
            return ProblemCodes.NotYourself;
        }

        if (!person.Disabled)
        {
            await change.ExecuteAsync("update staff set disabled = true where id = @id", new { id });
            await change.LogAsync(id, StaffAction.Disabled);
        }

        return await LeavesNobodyAsync(change, person);
    });

    /// <summary>Lets the person in again.</summary>
    public Task<string?> EnableAsync(StaffActor by, string id) => ChangeAccountAsync(by, id, async (change, person) =>
    {
        if (person.Disabled)
        {
            await change.ExecuteAsync("update staff set disabled = false, failed_count = 0, locked_until = null where id = @id", new { id });
            await change.LogAsync(id, StaffAction.Enabled);
        }

        return null;
    });

    /// <summary>Ends a lock-out before its time.</summary>
    public Task<string?> UnlockAsync(StaffActor by, string id) => ChangeAccountAsync(by, id, async (change, _) =>
    {
        if (await change.ExecuteAsync("update staff set failed_count = 0, locked_until = null where id = @id and locked_until is not null", new { id }) > 0)
        {
            await change.LogAsync(id, StaffAction.Unlocked);
        }

        return null;
    });

    /// <summary>Puts a password for one use in the place of the present one; the person's sessions end.</summary>
    public async Task<(NewPassword? Made, string? Code)> ResetPasswordAsync(StaffActor by, string id)
    {
        NewPassword? made = null;
        var code = await ChangeAccountAsync(by, id, async (change, person) =>
        {
            // For one's own there is the change of password, which asks for the present one.
            if (by.Name == id)
            {
                return ProblemCodes.NotYourself;
            }

            made = new NewPassword(id, person.Name, OneTimePassword.New());
            await change.ExecuteAsync(
                "update staff set password_hash = @hash, must_change_password = true, failed_count = 0, locked_until = null where id = @id",
                new { id, hash = passwords.Hash(made.Password) });
            await change.LogAsync(id, StaffAction.PasswordReset);
            return null;
        });
        return code is null ? (made, null) : (null, code);
    }

    /// <summary>Gives the person a role at an office, or at all of them, in the place of the one they have there.</summary>
    public Task<string?> GrantAsync(StaffActor by, string id, StaffGrant grant) => ChangeRoleAsync(by, id, grant.Office, async (change, person) =>
        await GrantAsync(change, id, grant) ?? await LeavesNobodyAsync(change, person));

    /// <summary>Takes the person's role at an office, or that at all of them.</summary>
    public Task<string?> RevokeAsync(StaffActor by, string id, string? office) => ChangeRoleAsync(by, id, office, async (change, person) =>
    {
        var revoked = await change.ExecuteAsync(
            office is null
                ? "update staff set district_role = null where id = @id and district_role is not null"
                : "delete from staff_office where staff = @id and office = @office",
            new { id, office });
        if (revoked > 0)
        {
            await change.LogAsync(id, StaffAction.Revoked, office, RoleOf(person, office));
        }

        return await LeavesNobodyAsync(change, person);
    });

    /// <summary>Puts the person's own choice in the place of the password that was just proven; false when that one is no longer theirs.</summary>
    public async Task<bool> ChangePasswordAsync(string id, string provenHash, string password)
    {
        var hash = passwords.Hash(password);
        await using var connection = await source.OpenConnectionAsync();
        await using var transaction = await connection.BeginTransactionAsync();
        var change = new Change(connection, transaction, id, time.GetUtcNow());
        var changed = await change.ExecuteAsync(
            """
            update staff set password_hash = @hash, must_change_password = false, failed_count = 0, locked_until = null
            where id = @id and password_hash = @provenHash and not disabled
            """,
            new { id, provenHash, hash }) > 0;
        if (changed)
        {
            await change.LogAsync(id, StaffAction.PasswordChanged);
            await transaction.CommitAsync();
        }

        return changed;
    }

    private static async Task<string?> GrantAsync(Change change, string id, StaffGrant grant)
    {
        var role = Word(grant.Role);
        if (grant.Office is { } office && !await change.AskAsync<bool>("select exists (select from office where slug = @office)", new { office }))
        {
            return ProblemCodes.UnknownOffice;
        }

        var granted = await change.ExecuteAsync(
            grant.Office is null
                ? "update staff set district_role = @role where id = @id and district_role is distinct from @role"
                : """
                insert into staff_office as held (staff, office, role) values (@id, @Office, @role)
                on conflict (staff, office) do update set role = excluded.role where held.role <> excluded.role
                """,
            new { id, grant.Office, role });
        if (granted > 0)
        {
            await change.LogAsync(id, StaffAction.Granted, grant.Office, role);
        }

        return null;
    }

    // Asked after the change, which is undone if so.
    private static async Task<string?> LeavesNobodyAsync(Change change, StaffPerson before) =>
        before is { DistrictRole: StaffRole.Administrator, Disabled: false }
        && !await change.AskAsync<bool>("select exists (select from staff where district_role = 'administrator' and not disabled)", new { })
            ? ProblemCodes.LastAdministrator
            : null;

    private Task<string?> ChangeAccountAsync(StaffActor by, string id, Func<Change, StaffPerson, Task<string?>> make) => ChangeAsync(by, async (change, rights) =>
        await change.PersonAsync(id) is not { } person || !rights.MaySee(person) ? ProblemCodes.UnknownStaff
        : !rights.MayChange(person) ? ProblemCodes.Forbidden
        : await make(change, person));

    private Task<string?> ChangeRoleAsync(StaffActor by, string id, string? office, Func<Change, StaffPerson, Task<string?>> make) => ChangeAsync(by, async (change, rights) =>
        await change.PersonAsync(id) is not { } person || !rights.MaySee(person) ? ProblemCodes.UnknownStaff
        : !rights.MayGrantAt(office) ? ProblemCodes.Forbidden
        : by.Name == id ? ProblemCodes.NotYourself
        : await make(change, person));

    // Commits what was made without a complaint.
    private async Task<string?> ChangeAsync(StaffActor by, Func<Change, StaffRights, Task<string?>> make)
    {
        await using var connection = await source.OpenConnectionAsync();
        await using var transaction = await connection.BeginTransactionAsync();
        await connection.ExecuteAsync("select pg_advisory_xact_lock(@LockKey)", new { LockKey }, transaction);
        var change = new Change(connection, transaction, by.Name, time.GetUtcNow());
        var rights = await StaffPeople.RightsAsync(connection, by, transaction);
        var code = rights.Any ? await make(change, rights) : ProblemCodes.Forbidden;
        if (code is null)
        {
            await transaction.CommitAsync();
        }

        return code;
    }

    private static string? RoleOf(StaffPerson person, string? office) =>
        office is null ? person.District : person.Offices.FirstOrDefault(row => row.Office == office)?.Role;

    private static string Word(StaffRole role) => role.ToString().ToLowerInvariant();

    /// <summary>A change under way.</summary>
    private sealed class Change(NpgsqlConnection connection, NpgsqlTransaction transaction, string by, DateTimeOffset now)
    {
        public Task<int> ExecuteAsync(string sql, object parameters) => connection.ExecuteAsync(sql, parameters, transaction);

        public Task<T> AskAsync<T>(string sql, object parameters) => connection.QuerySingleAsync<T>(sql, parameters, transaction);

        /// <summary>Simulated clerks are nobody's to look after.</summary>
        public async Task<StaffPerson?> PersonAsync(string id) =>
            id.StartsWith(DemoClerks.Prefix, StringComparison.Ordinal) ? null : await StaffPeople.FindAsync(connection, id, transaction);

        public Task<int> LogAsync(string staff, string action, string? office = null, string? role = null) => connection.ExecuteAsync(
            "insert into staff_log (at, by, staff, action, office, role) values (@now, @by, @staff, @action, @office, @role)",
            new { now, by, staff, action, office, role }, transaction);
    }
}

/// <summary>A password that its person must change; kept nowhere but as a hash.</summary>
public sealed record NewPassword(string Id, string Name, string Password);
