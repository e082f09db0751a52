using System.Net;
using System.Net.Http.Json;
using Microsoft.Extensions.DependencyInjection;
using QueueHub.Contracts;
using QueueHub.Contracts.Hubs;
using QueueHub.Contracts.Staff;
using QueueHub.Staff.Accounts;

namespace QueueHub.IntegrationTests.Staff.Accounts;

public sealed class PasswordChangeTests(EngineFixture engines) : IDisposable
{
    private const string Chosen = "a long walk at noon";

    private readonly TestFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_password_for_one_use_opens_nothing_but_its_own_change()
    {
        await using var node = await StaffNode.StartAsync(await engines.CreateDatabaseAsync(), _folder["a"]);
        using var browser = node.NewBrowser();
        var made = await AddAsync(node);

        // As often as it is tried: the right password is no failure.
        for (var i = 0; i < 7; i++)
        {
            Assert.Equal((HttpStatusCode.Forbidden, ProblemCodes.PasswordChangeRequired), await browser.SignInAsync("han", made.Password));
        }

        Assert.Equal(ProblemCodes.SignInRequired, (await browser.MeAsync()).Code);
        Assert.Equal(0, await node.ScalarAsync<int>("select count(*)::int from staff_session"));

        using var changed = await browser.PostAsJsonAsync(Routes.Password, new PasswordRequest(" HAN", made.Password, Chosen));
        Assert.Equal(HttpStatusCode.NoContent, changed.StatusCode);
        Assert.False(changed.Headers.Contains("Set-Cookie"));
        Assert.Equal(ProblemCodes.SignInFailed, (await browser.SignInAsync("han", made.Password)).Code);
        Assert.Equal("", (await browser.SignInAsync("han", Chosen)).Code);
        Assert.Equal("password-changed", await node.ScalarAsync<string>($"select action from staff_log where by = staff and staff = '{made.Id}'"));
    }

    [Fact]
    public async Task Guesses_at_the_present_password_are_counted_and_lock_like_those_of_a_sign_in()
    {
        await using var node = await StaffNode.StartAsync(await engines.CreateDatabaseAsync(), _folder["a"]);
        using var browser = node.NewBrowser();
        var kim = node.Accounts[0];

        var answers = await Task.WhenAll(Enumerable.Range(0, 12).Select(async guess =>
            (await StaffAnswers.AnswerAsync(await browser.PostAsJsonAsync(Routes.Password, new PasswordRequest("kim", $"guess {guess}", Chosen)))).Code));

        Assert.Equal(5, answers.Count(code => code == ProblemCodes.SignInFailed));
        Assert.Equal(7, answers.Count(code => code == ProblemCodes.SignInLocked));
        Assert.Equal(ProblemCodes.SignInLocked, (await browser.SignInAsync("kim", kim.Password)).Code);
        Assert.Equal(0, await node.ScalarAsync<int>("select count(*)::int from staff_log"));
    }

    [Fact]
    public async Task Both_doors_share_what_an_address_may_try()
    {
        await using var node = await StaffNode.StartAsync(
            await engines.CreateDatabaseAsync(), _folder["a"], options: staff => (staff.SignInsPerMinute, staff.FailuresBeforeLock) = (4, 100));
        using var browser = node.NewBrowser();

        var codes = new List<string>();
        for (var i = 0; i < 5; i++)
        {
            codes.Add((await browser.SignInAsync("kim", "wrong")).Code);
            codes.Add((await StaffAnswers.AnswerAsync(await browser.PostAsJsonAsync(Routes.Password, new PasswordRequest("kim", "wrong", Chosen)))).Code);
        }

        // A window may end among them.
        Assert.InRange(codes.Count(code => code == ProblemCodes.SignInFailed), 4, 8);
        Assert.Contains(ProblemCodes.RateLimited, codes);
    }

    [Theory]
    [InlineData("too short", ProblemCodes.PasswordTooShort)]
    [InlineData("1234567890", ProblemCodes.PasswordTooSimple)]
    public async Task A_weak_choice_is_refused_and_changes_nothing(string chosen, string code)
    {
        await using var node = await StaffNode.StartAsync(await engines.CreateDatabaseAsync(), _folder["a"]);
        using var browser = node.NewBrowser();
        var kim = node.Accounts[0];

        var answer = await StaffAnswers.AnswerAsync(await browser.PostAsJsonAsync(Routes.Password, new PasswordRequest("kim", kim.Password, chosen)));

        Assert.Equal((HttpStatusCode.UnprocessableEntity, code), answer);
        Assert.Equal("", (await browser.SignInAsync("kim", kim.Password)).Code);
    }

    [Fact]
    public async Task A_change_or_a_reset_ends_every_session_of_the_person()
    {
        await using var node = await StaffNode.StartAsync(await engines.CreateDatabaseAsync(), _folder["a"]);
        var (kim, lee) = (node.Accounts[0], node.Accounts[1]);
        var (kims, _) = await node.SignedInAsync(kim);
        var (lees, _) = await node.SignedInAsync(lee);
        using var browser = node.NewBrowser();

        (await browser.PostAsJsonAsync(Routes.Password, new PasswordRequest("kim", kim.Password, Chosen))).EnsureSuccessStatusCode();
        var id = await node.ScalarAsync<string>("select id from staff where name = 'lee'");
        var (made, _) = await node.Services.GetRequiredService<StaffAccounts>().ResetPasswordAsync(StaffActor.CommandLine, id);

        await Eventually.TrueAsync(async () => (await kims.MeAsync()).Code == ProblemCodes.SignInRequired, "kim is signed out");
        await Eventually.TrueAsync(async () => (await lees.MeAsync()).Code == ProblemCodes.SignInRequired, "lee is signed out");
        Assert.Equal(ProblemCodes.PasswordChangeRequired, (await browser.SignInAsync("lee", made!.Password)).Code);
        kims.Dispose();
        lees.Dispose();
    }

    private static async Task<NewPassword> AddAsync(StaffNode node) => (await node.Services.GetRequiredService<StaffAccounts>().CreateAsync(
        StaffActor.CommandLine, "han", "한유나", new StaffGrant("seocho", StaffRole.Clerk))).Made!;
}
