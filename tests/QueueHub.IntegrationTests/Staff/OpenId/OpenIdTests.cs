using System.Net;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text.Json;
using Dapper;
using Microsoft.IdentityModel.Tokens;
using Npgsql;
using QueueHub.Contracts;
using QueueHub.Contracts.Hubs;
using QueueHub.Contracts.Staff;

namespace QueueHub.IntegrationTests.Staff.OpenId;

public sealed class OpenIdTests(EngineFixture engines)
{
    [Fact]
    public async Task Who_is_known_to_the_organisation_is_signed_in_with_the_rights_and_the_session_of_any_other_way()
    {
        await using var provider = await OpenIdProvider.StartAsync();
        await using var hub = await StartAsync(provider, factory => factory.WithSetting("Staff:PasswordSignIn", "false"));
        using var browser = new TravellingBrowser(hub);

        provider.IsDown = true;
        using var down = await browser.GetAsync(Routes.OpenId);
        Assert.Equal((HttpStatusCode.ServiceUnavailable, ProblemCodes.OpenIdUnavailable), await AnswerAsync(down));
        provider.IsDown = false;

        provider.User = "KIM";
        var back = await browser.ToProviderAndBackAsync("/staff/password");
        var secrets = browser.Cookies.Where(cookie => cookie.Key.StartsWith("qh.openid.", StringComparison.Ordinal)).Select(cookie => cookie.Value).ToList();
        Assert.Equal(2, secrets.Count);
        Assert.All(secrets, cookie => Assert.Matches("(?i)secure; samesite=lax; httponly", cookie));

        using var entered = await browser.GetAsync(back.PathAndQuery, fromElsewhere: true);
        Assert.Equal(HttpStatusCode.OK, entered.StatusCode);
        Assert.Equal("0; url=/staff/password", entered.Headers.GetValues("Refresh").Single());
        Assert.DoesNotContain(browser.Cookies.Keys, name => name.StartsWith("qh.openid.", StringComparison.Ordinal));
        Assert.Matches("(?i)secure; samesite=strict; httponly", browser.Cookies["qh.staff"]);
        using (var me = await browser.GetAsync(Routes.WhoAmI))
        {
            var person = (await me.Content.ReadFromJsonAsync<SignedIn>())!;
            Assert.Equal(("kim", StaffRole.Clerk), (person.Name, person.Offices.Single(office => office.Slug == Seocho.Office).Role));
        }

        using (var options = await browser.GetAsync(Routes.SignInOptions))
        {
            Assert.Equal(
                new SignInOptions(false, new LocalText("통합 로그인", "Sign in with your organisation")), await options.Content.ReadFromJsonAsync<SignInOptions>());
        }

        using var stranger = hub.NewClient();
        Assert.Equal((HttpStatusCode.Forbidden, ProblemCodes.Forbidden), await stranger.SignInAsync("kim", hub.Account("kim").Password));

        await ExecuteAsync(hub, "update staff set disabled = true where name = 'kim'");
        await Eventually.TrueAsync(
            async () =>
            {
                using var me = await browser.GetAsync(Routes.WhoAmI);
                return me.StatusCode == HttpStatusCode.Unauthorized;
            },
            "the session ends with the account");
    }

    [Fact]
    public async Task Whatever_is_wrong_with_the_proof_or_the_person_nobody_is_signed_in_and_nothing_is_made()
    {
        await using var provider = await OpenIdProvider.StartAsync();
        await using var hub = await StartAsync(provider);
        await ExecuteAsync(hub, "update staff set disabled = true where name = 'lee'");
        using var otherRsa = RSA.Create(2048);
        var otherKey = new RsaSecurityKey(otherRsa) { KeyId = "1" };

        Assert.Equal((HttpStatusCode.Forbidden, ProblemCodes.NoAccount), await TryAsync("nobody-here"));
        Assert.Equal((HttpStatusCode.Forbidden, ProblemCodes.NoAccount), await TryAsync("lee"));
        Assert.Equal((HttpStatusCode.Forbidden, ProblemCodes.NoAccount), await TryAsync("kim", token => token.Claims.Remove("preferred_username")));
        var failed = (HttpStatusCode.Unauthorized, ProblemCodes.OpenIdFailed);
        Assert.Equal(failed, await TryAsync("kim", token => token.Audience = "another-client"));
        Assert.Equal(failed, await TryAsync("kim", token => token.Issuer = "https://evil.example"));
        Assert.Equal(failed, await TryAsync("kim", token => token.Claims["nonce"] = "of-another-sign-in"));
        Assert.Equal(failed, await TryAsync("kim", token => token.Claims.Remove("nonce")));
        Assert.Equal(failed, await TryAsync("kim", token => (token.IssuedAt, token.NotBefore, token.Expires) = (Ago(20), Ago(20), Ago(10))));
        Assert.Equal(failed, await TryAsync("kim", token => token.SigningCredentials = new SigningCredentials(otherKey, SecurityAlgorithms.RsaSha256)));
        Assert.Equal(failed, await TryAsync("kim", token => token.SigningCredentials = null));
        provider.Spoil = _ => { };
        provider.Declines = true;
        Assert.Equal(failed, await TryAsync("kim"));
        provider.Declines = false;

        using var browser = new TravellingBrowser(hub);
        var back = (await browser.ToProviderAndBackAsync()).PathAndQuery;
        Assert.Equal(failed, await AnswerAsync(await browser.GetAsync(back.Replace("state=", "state=x", StringComparison.Ordinal), fromElsewhere: true)));
        Assert.Equal(failed, await AnswerAsync(await browser.GetAsync("/staff/openid/callback?code=1", fromElsewhere: true)));
        using var thief = new TravellingBrowser(hub);
        Assert.Equal(failed, await AnswerAsync(await thief.GetAsync(back, fromElsewhere: true)));
        provider.IsDown = true;
        Assert.Equal(
            (HttpStatusCode.ServiceUnavailable, ProblemCodes.OpenIdUnavailable), await AnswerAsync(await browser.GetAsync(back, fromElsewhere: true)));
        provider.IsDown = false;

        using var bad = await browser.GetAsync($"{Routes.OpenId}?return=https://evil.example/");
        Assert.Equal((HttpStatusCode.BadRequest, ProblemCodes.InvalidRequest), await AnswerAsync(bad));

        Assert.DoesNotContain("qh.staff", browser.Cookies.Keys.Concat(thief.Cookies.Keys));
        Assert.Equal((5, 0), await CountsAsync(hub));

        async Task<(HttpStatusCode, string)> TryAsync(string user, Action<SecurityTokenDescriptor>? spoil = null)
        {
            (provider.User, provider.Spoil) = (user, spoil ?? (_ => { }));
            using var browser = new TravellingBrowser(hub);
            using var answer = await browser.SignInAsync();
            Assert.DoesNotContain("qh.staff", browser.Cookies.Keys);
            return await AnswerAsync(answer);
        }
    }

    [Fact]
    public async Task Without_a_provider_there_is_no_button_and_no_door()
    {
        await using var hub = await new HubFactory(engines).StartAsync();
        using var stranger = hub.NewClient();

        Assert.Equal(new SignInOptions(true, null), await stranger.GetFromJsonAsync<SignInOptions>(Routes.SignInOptions));
        using var start = await stranger.GetAsync(Routes.OpenId);
        Assert.Equal((HttpStatusCode.NotFound, ProblemCodes.NotFound), await AnswerAsync(start));
    }

    private Task<RunningHub> StartAsync(OpenIdProvider provider, Func<HubFactory, HubFactory>? more = null)
    {
        var factory = new HubFactory(engines)
            .BehindProxy(TravellingBrowser.Public, IPNetwork.Parse("127.0.0.0/8"), IPNetwork.Parse("::1/128"))
            .WithSetting("Staff:SignInsPerMinute", "1000")
            .WithSetting("Staff:OpenId:Authority", provider.Issuer)
            .WithSetting("Staff:OpenId:ClientId", OpenIdProvider.ClientId)
            .WithSetting("Staff:OpenId:ClientSecret", OpenIdProvider.ClientSecret);
        return (more?.Invoke(factory) ?? factory).StartAsync();
    }

    private static DateTime Ago(int minutes) => DateTime.UtcNow.AddMinutes(-minutes);

    private static async Task<(HttpStatusCode, string)> AnswerAsync(HttpResponseMessage answer) =>
        (answer.StatusCode, answer.IsSuccessStatusCode ? "" : (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("code").GetString()!);

    private static async Task ExecuteAsync(RunningHub hub, string sql)
    {
        await using var source = NpgsqlDataSource.Create(hub.PostgresConnectionString);
        await using var command = source.CreateCommand(sql);
        await command.ExecuteNonQueryAsync();
    }

    private static async Task<(int Staff, int Sessions)> CountsAsync(RunningHub hub)
    {
        await using var source = NpgsqlDataSource.Create(hub.PostgresConnectionString);
        await using var connection = await source.OpenConnectionAsync();
        return (await connection.QuerySingleAsync<int>("select count(*)::int from staff"), await connection.QuerySingleAsync<int>("select count(*)::int from staff_session"));
    }
}
