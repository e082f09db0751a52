using Npgsql;
using QueueHub.Contracts;
using QueueHub.Staff.Accounts;
using static QueueHub.Contracts.Staff.StaffRole;

namespace QueueHub.IntegrationTests.Staff.Accounts;

public sealed class StaffAccountsTests(EngineFixture engines)
{
    [Fact]
    public async Task A_life_of_an_account_leaves_a_line_for_everything_that_was_done_and_none_for_what_was_not()
    {
        await using var scene = await AccountScene.StartAsync(engines);
        var boss = await scene.AddAsync("boss", Administrator);
        var by = AccountScene.As(boss);
        var (made, _) = await scene.Accounts.CreateAsync(by, " Kim ", " 김서연 ", new StaffGrant("seocho", Clerk));
        var kim = made!.Id;

        Assert.Null(await scene.Accounts.RenameAsync(by, kim, "김서윤"));
        Assert.Null(await scene.Accounts.RenameAsync(by, kim, "김서윤"));
        Assert.Null(await scene.Accounts.GrantAsync(by, kim, new StaffGrant("seocho", Supervisor)));
        Assert.Null(await scene.Accounts.GrantAsync(by, kim, new StaffGrant("seocho", Supervisor)));
        Assert.Null(await scene.Accounts.GrantAsync(by, kim, new StaffGrant(null, Clerk)));
        Assert.Null(await scene.Accounts.RevokeAsync(by, kim, null));
        Assert.Null(await scene.Accounts.RevokeAsync(by, kim, "jamwon"));
        Assert.Null(await scene.Accounts.UnlockAsync(by, kim));
        await scene.ExecuteAsync("update staff set failed_count = 5, locked_until = now() + interval '5 minutes' where id = @kim", new { kim });
        Assert.Null(await scene.Accounts.UnlockAsync(by, kim));
        Assert.NotNull((await scene.Accounts.ResetPasswordAsync(by, kim)).Made);
        Assert.Null(await scene.Accounts.DisableAsync(by, kim));
        Assert.Null(await scene.Accounts.EnableAsync(by, kim));
        Assert.Equal(ProblemCodes.AccountNameTaken, (await scene.Accounts.CreateAsync(by, "kim", "x", new StaffGrant("seocho", Clerk))).Code);
        Assert.Equal(ProblemCodes.UnknownOffice, (await scene.Accounts.CreateAsync(by, "lee", "x", new StaffGrant("atlantis", Clerk))).Code);

        var log = await scene.People.LogAsync(await scene.People.RightsAsync(by), kim, null, 100);
        Assert.Equal(
            [
                "created  ", "granted seocho clerk", "renamed  ", "granted seocho supervisor", "granted  clerk", "revoked  clerk", "unlocked  ",
                "password-reset  ", "disabled  ", "enabled  ",
            ],
            log.Reverse().Select(line => $"{line.Action} {line.Office} {line.Role}"));
        Assert.All(log, line => Assert.Equal(("boss", "김서윤"), (line.By, line.DisplayName)));
        var now = (await scene.People.NamedAsync("kim"))!;
        Assert.Equal(("김서윤", true, false), (now.DisplayName, now.MustChangePassword, now.Disabled));
        Assert.Equal(["seocho:supervisor"], now.Roles);
    }

    [Fact]
    public async Task An_offices_administrator_changes_nobody_of_other_offices_and_grants_nothing_elsewhere()
    {
        await using var scene = await AccountScene.StartAsync(engines);
        await scene.AddAsync("boss", Administrator);
        var head = AccountScene.As(await scene.AddAsync("head", Administrator, "seocho"));
        var own = await scene.AddAsync("own", Clerk, "seocho");
        var foreign = await scene.AddAsync("foreign", Clerk, "jamwon");
        var shared = await scene.AddAsync("shared", Clerk, "seocho");
        await scene.Accounts.GrantAsync(StaffActor.CommandLine, shared, new StaffGrant("jamwon", Supervisor));
        var above = await scene.AddAsync("above", Administrator);
        await scene.Accounts.GrantAsync(StaffActor.CommandLine, above, new StaffGrant("seocho", Clerk));
        var before = await scene.StateAsync();

        foreach (var (person, account, role) in new[]
        {
            (foreign, ProblemCodes.UnknownStaff, ProblemCodes.UnknownStaff),
            ("nobody", ProblemCodes.UnknownStaff, ProblemCodes.UnknownStaff),
            ("demo-seocho", ProblemCodes.UnknownStaff, ProblemCodes.UnknownStaff),
            (shared, ProblemCodes.Forbidden, ProblemCodes.Forbidden),
            (above, ProblemCodes.Forbidden, ProblemCodes.Forbidden),
        })
        {
            Assert.Equal(account, await scene.Accounts.RenameAsync(head, person, "x"));
            Assert.Equal(account, await scene.Accounts.DisableAsync(head, person));
            Assert.Equal(account, await scene.Accounts.EnableAsync(head, person));
            Assert.Equal(account, await scene.Accounts.UnlockAsync(head, person));
            Assert.Equal(account, (await scene.Accounts.ResetPasswordAsync(head, person)).Code);
            Assert.Equal(role, await scene.Accounts.GrantAsync(head, person, new StaffGrant("jamwon", Clerk)));
            Assert.Equal(role, await scene.Accounts.RevokeAsync(head, person, "jamwon"));
        }

        Assert.Equal(ProblemCodes.Forbidden, await scene.Accounts.GrantAsync(head, own, new StaffGrant(null, Clerk)));
        Assert.Equal(ProblemCodes.Forbidden, await scene.Accounts.GrantAsync(head, own, new StaffGrant("jamwon", Clerk)));
        Assert.Equal(ProblemCodes.Forbidden, await scene.Accounts.RevokeAsync(head, above, null));
        Assert.Equal(ProblemCodes.Forbidden, (await scene.Accounts.CreateAsync(head, "new", "x", new StaffGrant("jamwon", Clerk))).Code);
        Assert.Equal(ProblemCodes.Forbidden, (await scene.Accounts.CreateAsync(head, "new", "x", new StaffGrant(null, Administrator))).Code);
        Assert.Equal(before, await scene.StateAsync());

        Assert.Null(await scene.Accounts.GrantAsync(head, own, new StaffGrant("seocho", Administrator)));
        Assert.Null(await scene.Accounts.RevokeAsync(head, shared, "seocho"));
        var rights = await scene.People.RightsAsync(head);
        Assert.Equal(["above", "head", "own"], (await scene.People.ListAsync(rights, null, null, 0, 100)).Select(person => person.Name));
        Assert.Null(await scene.People.FindAsync(rights, foreign));
        Assert.DoesNotContain(await scene.People.LogAsync(rights, null, null, 100), line => line.Staff == foreign || line.Office == "jamwon");
    }

    [Fact]
    public async Task Who_is_no_administrator_any_more_changes_nothing_whatever_their_session_says()
    {
        await using var scene = await AccountScene.StartAsync(engines);
        await scene.AddAsync("boss", Administrator);
        var own = await scene.AddAsync("own", Clerk, "seocho");
        var before = await scene.AddAsync("before", Administrator, "seocho");
        var shut = await scene.AddAsync("shut", Administrator);
        await scene.Accounts.GrantAsync(StaffActor.CommandLine, before, new StaffGrant("seocho", Supervisor));
        await scene.Accounts.DisableAsync(StaffActor.CommandLine, shut);

        foreach (var person in new[] { before, shut, own, "", "command line" })
        {
            Assert.Equal(ProblemCodes.Forbidden, await scene.Accounts.RenameAsync(AccountScene.As(person), own, "x"));
            Assert.Equal(ProblemCodes.Forbidden, (await scene.Accounts.CreateAsync(AccountScene.As(person), "new", "x", new StaffGrant("seocho", Clerk))).Code);
        }
    }

    [Fact]
    public async Task Nobody_shuts_themselves_out()
    {
        await using var scene = await AccountScene.StartAsync(engines);
        await scene.AddAsync("other", Administrator);
        var boss = await scene.AddAsync("boss", Administrator);
        var by = AccountScene.As(boss);

        Assert.Equal(ProblemCodes.NotYourself, await scene.Accounts.DisableAsync(by, boss));
        Assert.Equal(ProblemCodes.NotYourself, await scene.Accounts.RevokeAsync(by, boss, null));
        Assert.Equal(ProblemCodes.NotYourself, await scene.Accounts.GrantAsync(by, boss, new StaffGrant(null, Clerk)));
        Assert.Equal(ProblemCodes.NotYourself, (await scene.Accounts.ResetPasswordAsync(by, boss)).Code);
        Assert.Null(await scene.Accounts.RenameAsync(by, boss, "나"));
    }

    [Fact]
    public async Task The_last_administrator_of_the_district_stays_one_also_for_the_command_line()
    {
        await using var scene = await AccountScene.StartAsync(engines);
        var boss = await scene.AddAsync("boss", Administrator);
        var former = await scene.AddAsync("former", Administrator);
        Assert.Null(await scene.Accounts.DisableAsync(StaffActor.CommandLine, former));
        var before = await scene.StateAsync();

        Assert.Equal(ProblemCodes.LastAdministrator, await scene.Accounts.DisableAsync(StaffActor.CommandLine, boss));
        Assert.Equal(ProblemCodes.LastAdministrator, await scene.Accounts.RevokeAsync(StaffActor.CommandLine, boss, null));
        Assert.Equal(ProblemCodes.LastAdministrator, await scene.Accounts.GrantAsync(StaffActor.CommandLine, boss, new StaffGrant(null, Supervisor)));
        Assert.Equal(before, await scene.StateAsync());

        Assert.Null(await scene.Accounts.RevokeAsync(StaffActor.CommandLine, former, null));
    }

    [Fact]
    public async Task Two_administrators_who_remove_one_another_in_the_same_moment_leave_one()
    {
        await using var scene = await AccountScene.StartAsync(engines);
        var (one, other) = (await scene.AddAsync("one", Administrator), await scene.AddAsync("other", Administrator));
        for (var round = 0; round < 40; round++)
        {
            await scene.ExecuteAsync("update staff set disabled = false, district_role = 'administrator'");

            var codes = await Task.WhenAll(
                scene.Accounts.DisableAsync(AccountScene.As(one), other),
                scene.Accounts.RevokeAsync(AccountScene.As(other), one, null),
                scene.Accounts.GrantAsync(StaffActor.CommandLine, round % 2 == 0 ? one : other, new StaffGrant(null, Clerk)));

            Assert.Equal(1, await scene.AskAsync<int>("select count(*)::int from staff where district_role = 'administrator' and not disabled"));
            Assert.Contains(codes, code => code is null);
        }
    }

    [Fact]
    public async Task The_log_cannot_be_changed_and_forgets_after_three_years_only()
    {
        await using var scene = await AccountScene.StartAsync(engines);
        var boss = await scene.AddAsync("boss", Administrator);
        await scene.ExecuteAsync(
            """
            insert into staff_log (at, by, staff, action) values
              (now() - interval '3 years 1 day', 'command line', @boss, 'renamed'), (now() - interval '3 years' + interval '1 day', 'command line', @boss, 'renamed')
            """,
            new { boss });

        foreach (var sql in new[] { "update staff_log set by = 'nobody'", "delete from staff_log", "truncate staff_log" })
        {
            await Assert.ThrowsAsync<PostgresException>(() => scene.ExecuteAsync(sql));
        }

        Assert.Equal(4, await scene.AskAsync<int>("select count(*)::int from staff_log"));
        Assert.Equal(1, await scene.AskAsync<long>("select forget_old_staff_log()"));
        Assert.Equal(3, await scene.AskAsync<int>("select count(*)::int from staff_log"));
    }
}
