using System.Net;
using System.Net.Http.Json;
using System.Text;
using QueueHub.Contracts;
using QueueHub.Contracts.Hubs;
using QueueHub.Contracts.Staff;
using QueueHub.TestSupport;

namespace QueueHub.IntegrationTests.Staff;

public sealed class SignInTests(EngineFixture engines) : IDisposable
{
    private readonly TestFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_clerk_signs_in_and_learns_where_and_as_what_they_work()
    {
        await using var node = await StaffNode.StartAsync(await engines.CreateDatabaseAsync(), _folder["a"]);
        using var browser = node.NewBrowser();
        var kim = node.Accounts.Single(account => account.Name == "kim");

        var answer = await browser.PostAsJsonAsync(Routes.SignIn, new SignInRequest(" KIM", kim.Password));

        var me = (await answer.Content.ReadFromJsonAsync<SignedIn>())!;
        Assert.Equal(("kim", "김서연"), (me.Name, me.DisplayName));
        var office = me.Offices.Single(place => place.Slug == "seocho");
        Assert.Equal(StaffRole.Clerk, office.Role);
        Assert.Equal(Enumerable.Range(1, 13).Select(counter => $"{counter}"), office.Counters);
        Assert.Equal(me.Id, (await browser.GetFromJsonAsync<SignedIn>(Routes.WhoAmI))!.Id);

        var cookie = Assert.Single(answer.Headers.GetValues("Set-Cookie"));
        Assert.Contains("httponly", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("samesite=strict", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("expires", cookie, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task Who_has_a_role_in_the_district_has_it_at_every_office_also_where_they_were_given_none()
    {
        await using var node = await StaffNode.StartAsync(await engines.CreateDatabaseAsync(), _folder["a"]);
        await node.ExecuteAsync("""
            delete from staff_office where office <> 'seocho' and staff = (select id from staff where name = 'admin');
            update staff set district_role = 'supervisor' where name = 'admin'
            """);
        var (browser, _) = await node.SignedInAsync(node.Accounts.Single(account => account.Name == "admin"));

        var me = (await browser.GetFromJsonAsync<SignedIn>(Routes.WhoAmI))!;

        Assert.Equal((StaffRole.Supervisor, 1800), (me.DistrictRole!.Value, me.IdleSeconds));
        Assert.Equal(StaffRole.Administrator, me.Offices.Single(office => office.Slug == "seocho").Role);
        Assert.Equal(StaffRole.Supervisor, me.Offices.Single(office => office.Slug == "banpo-1").Role);
    }

    [Fact]
    public async Task Nobody_is_told_whether_the_name_or_the_password_was_wrong()
    {
        await using var node = await StaffNode.StartAsync(await engines.CreateDatabaseAsync(), _folder["a"]);
        using var browser = node.NewBrowser();
        await node.ExecuteAsync("update staff set disabled = true where name = 'lee'");
        var lee = node.Accounts.Single(account => account.Name == "lee");

        var refused = (HttpStatusCode.Unauthorized, ProblemCodes.SignInFailed);
        Assert.Equal(refused, await browser.SignInAsync("kim", "wrong"));
        Assert.Equal(refused, await browser.SignInAsync("nobody", "wrong"));
        Assert.Equal(refused, await browser.SignInAsync("kim'; drop table staff; --", "wrong"));
        Assert.Equal(refused, await browser.SignInAsync("lee", lee.Password));
        Assert.Equal((HttpStatusCode.Unauthorized, ProblemCodes.SignInRequired), await browser.MeAsync());
    }

    [Fact]
    public async Task Five_failures_lock_the_account_for_a_time_also_for_its_own_password()
    {
        await using var node = await StaffNode.StartAsync(await engines.CreateDatabaseAsync(), _folder["a"]);
        using var browser = node.NewBrowser();
        var (kim, lee) = (node.Accounts[0], node.Accounts[1]);
        for (var failure = 0; failure < 5; failure++)
        {
            Assert.Equal(ProblemCodes.SignInFailed, (await browser.SignInAsync("kim", "wrong")).Code);
        }

        Assert.Equal((HttpStatusCode.TooManyRequests, ProblemCodes.SignInLocked), await browser.SignInAsync("kim", kim.Password));
        Assert.Equal("", (await browser.SignInAsync("lee", lee.Password)).Code);

        node.Time.Advance(TimeSpan.FromMinutes(4.9));
        Assert.Equal(ProblemCodes.SignInLocked, (await browser.SignInAsync("kim", kim.Password)).Code);
        node.Time.Advance(TimeSpan.FromMinutes(0.2));
        Assert.Equal(ProblemCodes.SignInFailed, (await browser.SignInAsync("kim", "wrong")).Code);
        Assert.Equal("", (await browser.SignInAsync("kim", kim.Password)).Code);
    }

    [Fact]
    public async Task A_success_forgets_the_failures_before_it()
    {
        await using var node = await StaffNode.StartAsync(await engines.CreateDatabaseAsync(), _folder["a"]);
        using var browser = node.NewBrowser();
        for (var round = 0; round < 3; round++)
        {
            for (var failure = 0; failure < 4; failure++)
            {
                await browser.SignInAsync("kim", "wrong");
            }

            Assert.Equal("", (await browser.SignInAsync("kim", node.Accounts[0].Password)).Code);
        }
    }

    [Fact]
    public async Task Many_guesses_at_once_do_not_outrun_the_lock()
    {
        await using var node = await StaffNode.StartAsync(await engines.CreateDatabaseAsync(), _folder["a"]);
        using var browser = node.NewBrowser();

        var answers = await Task.WhenAll(Enumerable.Range(0, 20).Select(guess => browser.SignInAsync("kim", $"guess {guess}")));

        Assert.Equal(5, answers.Count(answer => answer.Code == ProblemCodes.SignInFailed));
        Assert.Equal(15, answers.Count(answer => answer.Code == ProblemCodes.SignInLocked));
    }

    [Fact]
    public async Task One_address_may_try_only_so_often()
    {
        await using var node = await StaffNode.StartAsync(
            await engines.CreateDatabaseAsync(), _folder["a"], options: staff => (staff.SignInsPerMinute, staff.FailuresBeforeLock) = (3, 100));
        using var browser = node.NewBrowser();

        var answers = new List<string>();
        for (var round = 0; round < 8; round++)
        {
            answers.Add((await browser.SignInAsync("kim", "wrong")).Code);
        }

        Assert.Contains(ProblemCodes.RateLimited, answers);
        Assert.Equal(ProblemCodes.SignInFailed, answers[0]);
    }

    [Fact]
    public async Task What_is_no_sign_in_is_refused()
    {
        (string Type, string Body, HttpStatusCode Expected)[] requests =
        [
            ("application/json", "{}", HttpStatusCode.BadRequest),
            ("application/json", "null", HttpStatusCode.BadRequest),
            ("application/json", "[]", HttpStatusCode.BadRequest),
            ("application/json", "{\"name\":\"kim\",\"password\":7}", HttpStatusCode.BadRequest),
            ("application/json", "{\"name\":\"\",\"password\":\"x\"}", HttpStatusCode.BadRequest),
            ("application/json", "{\"name\":\"k\\u0000m\",\"password\":\"x\"}", HttpStatusCode.BadRequest),
            ("text/plain", "{\"name\":\"kim\",\"password\":\"x\"}", HttpStatusCode.UnsupportedMediaType),
            ("application/x-www-form-urlencoded", "name=kim&password=x", HttpStatusCode.UnsupportedMediaType),
        ];
        await using var node = await StaffNode.StartAsync(await engines.CreateDatabaseAsync(), _folder["a"]);
        using var browser = node.NewBrowser();

        foreach (var (type, body, expected) in requests)
        {
            var answer = await browser.PostAsync(Routes.SignIn, new StringContent(body, Encoding.UTF8, type));
            Assert.True(expected == answer.StatusCode, $"{type} {body}: {answer.StatusCode}");
        }
    }

    [Fact]
    public async Task A_password_of_a_megabyte_is_not_hashed()
    {
        await using var node = await StaffNode.StartAsync(await engines.CreateDatabaseAsync(), _folder["a"]);
        using var browser = node.NewBrowser();

        Assert.Equal((HttpStatusCode.BadRequest, ProblemCodes.InvalidRequest), await browser.SignInAsync("kim", new string('x', 1_000_000)));
    }
}
