using System.Net;
using QueueHub.Contracts.Staff;
using QueueHub.TestSupport;

namespace QueueHub.IntegrationTests.Staff;

public sealed class DemoStaffTests(EngineFixture engines) : IDisposable
{
    private readonly TestFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task The_first_start_makes_people_with_passwords_that_a_person_can_type_and_nobody_can_guess()
    {
        await using var node = await StaffNode.StartAsync(await engines.CreateDatabaseAsync(), _folder["a"]);

        Assert.Equal(
            [("kim", StaffRole.Clerk), ("lee", StaffRole.Clerk), ("park", StaffRole.Clerk), ("choi", StaffRole.Supervisor), ("admin", StaffRole.Administrator)],
            node.Accounts.Select(account => (account.Name, account.Role)));
        Assert.All(node.Accounts, account => Assert.Matches("^[a-kmnp-z2-9]{4}(-[a-kmnp-z2-9]{4}){3}$", account.Password));
        Assert.Equal(5, node.Accounts.Select(account => account.Password).Distinct().Count());
        Assert.Equal(
            UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(Path.Combine(_folder["a"], "hub", "demo-staff.json")));
        Assert.Equal(0, await node.ScalarAsync<int>("select count(*)::int from staff where password_hash like '%-%-%-%'"));
    }

    [Fact]
    public async Task The_next_start_shows_the_same_passwords_except_those_that_were_changed()
    {
        var database = await engines.CreateDatabaseAsync();
        IReadOnlyList<QueueHub.Staff.DemoAccount> first;
        await using (var node = await StaffNode.StartAsync(database, _folder["a"]))
        {
            first = node.Accounts;
            await node.ExecuteAsync("update staff set password_hash = 'changed' where name = 'lee'");
        }

        await using var again = await StaffNode.StartAsync(database, _folder["a"]);

        Assert.Equal(first.Where(account => account.Name != "lee"), again.Accounts);
        var (browser, _) = await again.SignedInAsync(again.Accounts[0]);
        Assert.Equal(HttpStatusCode.OK, (await browser.MeAsync()).Status);
    }

    [Fact]
    public async Task Offices_that_a_later_version_ships_are_staffed_and_others_are_left_alone()
    {
        var database = await engines.CreateDatabaseAsync();
        await using (var node = await StaffNode.StartAsync(database, _folder["a"]))
        {
            // As an older build would have left it: one office, and one that its own people look after.
            await node.ExecuteAsync("""
                delete from staff_office where office <> 'seocho';
                insert into staff_office select id, 'jamwon', 'clerk' from staff where name = 'lee'
                """);
        }

        await using var upgraded = await StaffNode.StartAsync(database, _folder["a"]);

        Assert.Equal(5, await upgraded.ScalarAsync<int>("select count(*)::int from staff_office where office = 'banpo-1'"));
        Assert.Equal(1, await upgraded.ScalarAsync<int>("select count(*)::int from staff_office where office = 'jamwon'"));
    }

    [Fact]
    public async Task Nodes_that_start_together_make_them_once_and_only_the_maker_knows_the_passwords()
    {
        var database = await engines.CreateDatabaseAsync();
        var nodes = await Task.WhenAll(Enumerable.Range(0, 3).Select(number => StaffNode.StartAsync(database, _folder[$"{number}"])));

        Assert.Equal(5, await nodes[0].ScalarAsync<int>("select count(*)::int from staff"));
        Assert.Equal([0, 0, 5], nodes.Select(node => node.Accounts.Count).Order());
        foreach (var node in nodes)
        {
            await node.DisposeAsync();
        }
    }
}
