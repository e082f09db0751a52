using System.Net;
using Npgsql;
using QueueHub.Contracts;
using QueueHub.Contracts.Hubs;
using QueueHub.IntegrationTests.Database;
using QueueHub.TestSupport;

namespace QueueHub.IntegrationTests.Staff;

public sealed class StaffSessionTests(EngineFixture engines) : IDisposable
{
    private static readonly (HttpStatusCode, string) SignedOut = (HttpStatusCode.Unauthorized, ProblemCodes.SignInRequired);
    private readonly TestFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_sign_out_ends_the_session_on_every_node_and_no_other()
    {
        var database = await engines.CreateDatabaseAsync();
        await using var first = await StaffNode.StartAsync(database, _folder["a"]);
        await using var second = await StaffNode.StartAsync(database, _folder["b"]);
        var (browser, cookies) = await first.SignedInAsync(first.Accounts[0]);
        var (otherBrowser, _) = await first.SignedInAsync(first.Accounts[0]);
        using var elsewhere = second.NewBrowser(Copy(cookies));
        Assert.Equal(HttpStatusCode.OK, (await elsewhere.MeAsync()).Status);

        Assert.Equal(HttpStatusCode.NoContent, (await browser.PostAsync(Routes.SignOut, null)).StatusCode);

        Assert.Equal(SignedOut, await browser.MeAsync());
        await Eventually.TrueAsync(async () => await elsewhere.MeAsync() == SignedOut, "the other node refuses the cookie");
        Assert.Equal(HttpStatusCode.OK, (await otherBrowser.MeAsync()).Status);
        Assert.Single(first.Ended.Distinct());
        await Eventually.TrueAsync(() => !second.Ended.IsEmpty, "the other node tells of it");
        Assert.Single(second.Ended.Distinct());
    }

    [Theory]
    [InlineData("update staff set disabled = true where name = 'kim'")]
    [InlineData("update staff set password_hash = 'x' where name = 'kim'")]
    [InlineData("update staff set security_stamp = 'x' where name = 'kim'")]
    [InlineData("update staff set district_role = 'clerk' where name = 'kim'")]
    [InlineData("update staff_office set role = 'supervisor' where staff = (select id from staff where name = 'kim')")]
    [InlineData("delete from staff_office where staff = (select id from staff where name = 'kim')")]
    public async Task A_change_of_rights_ends_all_sessions_of_the_person_on_every_node(string change)
    {
        var database = await engines.CreateDatabaseAsync();
        await using var first = await StaffNode.StartAsync(database, _folder["a"]);
        await using var second = await StaffNode.StartAsync(database, _folder["b"]);
        var (kim, cookies) = await first.SignedInAsync(first.Accounts[0]);
        var (lee, _) = await first.SignedInAsync(first.Accounts[1]);
        using var elsewhere = second.NewBrowser(Copy(cookies));

        await first.ExecuteAsync(change);

        await Eventually.TrueAsync(async () => await kim.MeAsync() == SignedOut, "this node refuses the cookie");
        await Eventually.TrueAsync(async () => await elsewhere.MeAsync() == SignedOut, "the other node refuses the cookie");
        Assert.Equal(HttpStatusCode.OK, (await lee.MeAsync()).Status);
        await Eventually.TrueAsync(() => !second.Ended.IsEmpty, "the other node tells of it");
    }

    [Fact]
    public async Task Somebody_whose_rights_changed_signs_in_again_with_the_new_ones()
    {
        await using var node = await StaffNode.StartAsync(await engines.CreateDatabaseAsync(), _folder["a"]);
        var (before, _) = await node.SignedInAsync(node.Accounts[0]);
        await node.ExecuteAsync("update staff_office set role = 'supervisor' where staff = (select id from staff where name = 'kim')");
        await Eventually.TrueAsync(async () => await before.MeAsync() == SignedOut, "the old session is over");

        var (after, _) = await node.SignedInAsync(node.Accounts[0]);

        Assert.Contains("\"supervisor\"", await after.GetStringAsync(Routes.WhoAmI), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_session_that_nobody_uses_is_over_after_half_an_hour_and_a_used_one_after_half_a_day()
    {
        await using var node = await StaffNode.StartAsync(await engines.CreateDatabaseAsync(), _folder["a"]);
        var (idle, _) = await node.SignedInAsync(node.Accounts[0]);
        var (busy, _) = await node.SignedInAsync(node.Accounts[1]);

        for (var minutes = 0; minutes < 40; minutes += 20)
        {
            node.Time.Advance(TimeSpan.FromMinutes(20));
            Assert.Equal(HttpStatusCode.OK, (await busy.MeAsync()).Status);
        }

        Assert.Equal(SignedOut, await idle.MeAsync());
        for (var minutes = 40; minutes < 12 * 60; minutes += 20)
        {
            Assert.Equal(HttpStatusCode.OK, (await busy.MeAsync()).Status);
            node.Time.Advance(TimeSpan.FromMinutes(20));
        }

        Assert.Equal(SignedOut, await busy.MeAsync());
    }

    [Fact]
    public async Task An_open_connection_is_told_when_its_session_has_lasted_too_long()
    {
        await using var node = await StaffNode.StartAsync(await engines.CreateDatabaseAsync(), _folder["a"]);
        await node.SignedInAsync(node.Accounts[0]);

        node.Time.Advance(TimeSpan.FromHours(12.1));
        await node.ExecuteAsync("notify queuehub_staff");

        await Eventually.TrueAsync(() => !node.Ended.IsEmpty, "the session's end is told");
    }

    [Fact]
    public async Task Signing_in_again_in_one_browser_ends_the_session_before()
    {
        await using var node = await StaffNode.StartAsync(await engines.CreateDatabaseAsync(), _folder["a"]);
        var (browser, cookies) = await node.SignedInAsync(node.Accounts[0]);
        using var old = node.NewBrowser(Copy(cookies));

        await browser.SignInAsync(node.Accounts[1].Name, node.Accounts[1].Password);

        Assert.Equal(SignedOut, await old.MeAsync());
        Assert.Equal(HttpStatusCode.OK, (await browser.MeAsync()).Status);
    }

    [Fact]
    public async Task While_Postgres_is_away_who_is_signed_in_stays_so_and_new_sign_ins_are_told_to_wait()
    {
        var database = await engines.CreateDatabaseAsync();
        await using var link = new PostgresLink(database);
        await using var node = await StaffNode.StartAsync(link.ConnectionString, _folder["a"]);
        await using var other = await StaffNode.StartAsync(database, _folder["b"]);
        var (kim, _) = await node.SignedInAsync(node.Accounts[0]);
        var (lee, cookies) = await node.SignedInAsync(node.Accounts[1]);
        using var again = node.NewBrowser(Copy(cookies));
        using var elsewhere = other.NewBrowser(Copy(cookies));
        Assert.Equal(HttpStatusCode.OK, (await elsewhere.MeAsync()).Status);

        link.Cut();

        Assert.Equal(HttpStatusCode.OK, (await kim.MeAsync()).Status);
        using var newcomer = node.NewBrowser();
        Assert.Equal((HttpStatusCode.ServiceUnavailable, ProblemCodes.Unavailable), await newcomer.SignInAsync("park", "x"));
        Assert.Equal(HttpStatusCode.NoContent, (await lee.PostAsync(Routes.SignOut, null)).StatusCode);
        Assert.Equal(SignedOut, await again.MeAsync());

        Assert.Equal(HttpStatusCode.OK, (await elsewhere.MeAsync()).Status);

        link.Restore();

        await Eventually.TrueAsync(async () => await elsewhere.MeAsync() == SignedOut, "the sign-out reaches the other node");
        var park = node.Accounts.Single(account => account.Name == "park");
        await Eventually.TrueAsync(async () => (await newcomer.SignInAsync("park", park.Password)).Code == "", "sign-in works again");
    }

    [Fact]
    public async Task A_node_that_starts_while_Postgres_is_away_knows_its_clerks_cookies()
    {
        var database = await engines.CreateDatabaseAsync();
        CookieContainer cookies;
        await using (var node = await StaffNode.StartAsync(database, _folder["a"]))
        {
            (_, cookies) = await node.SignedInAsync(node.Accounts[0]);
        }

        var unreachable = new NpgsqlConnectionStringBuilder(database) { Host = _folder.Path, Timeout = 2 }.ConnectionString;
        await using var alone = await StaffNode.StartAsync(unreachable, _folder["a"]);

        using var browser = alone.NewBrowser();
        var answer = await browser.SendAsync(new HttpRequestMessage(HttpMethod.Get, Routes.WhoAmI)
        {
            Headers = { { "Cookie", string.Join("; ", cookies.GetAllCookies().Select(cookie => $"{cookie.Name}={cookie.Value}")) } },
        });
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }

    // A container of its own: a refused browser is told to forget the cookie, and must not make another one forget it.
    private static CookieContainer Copy(CookieContainer cookies)
    {
        var copy = new CookieContainer();
        copy.Add(cookies.GetAllCookies());
        return copy;
    }
}
