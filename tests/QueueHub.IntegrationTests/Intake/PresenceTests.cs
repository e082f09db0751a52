using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using QueueHub.Contracts;
using QueueHub.Contracts.Hubs;
using QueueHub.Contracts.Screens;
using QueueHub.Contracts.Tickets;
using QueueHub.Offices;
using QueueHub.Tickets;
using QueueHub.Tickets.Arrival;
using StackExchange.Redis;

namespace QueueHub.IntegrationTests.Intake;

/// <summary>An office that requires presence: the code in its lobby, and what a phone may do with and without having scanned it.</summary>
public class PresenceTests(EngineFixture engines)
{
    [Fact]
    public async Task A_number_taken_on_the_way_joins_its_line_when_the_code_in_the_lobby_was_scanned_at_whatever_node()
    {
        await using var here = await new HubFactory(engines).StartAsync();
        await using var there = await new HubFactory(engines).Beside(here).StartAsync();
        await here.RequirePresenceAsync();
        await Eventually.TrueAsync(
            () => there.Services.GetRequiredService<IOffices>().Find(Seocho.Office)!.Rules.RequiresPresence, "the other node knows, too");
        using var phone = await here.PhoneAsync();
        var first = (await phone.PressAsync("/seocho/s/tax", "/seocho/s/tax/ticket")).Location!;
        Assert.Equal(TicketState.OnTheWay, (await here.TicketAsync(first)).State);
        Assert.Contains("도착하시면 QR 코드를 스캔하세요", await phone.GetStringAsync(first), StringComparison.Ordinal);
        Assert.Equal(TicketState.Waiting, (await ClerkIssuesAsync(here)).State);

        Assert.Equal(ProblemCodes.PresenceRequired, await ArriveAsync(phone, first));
        Assert.Equal(TicketState.OnTheWay, (await here.TicketAsync(first)).State);

        // Two nodes show the same code, as long as they are asked within the same half minute.
        var elsewhere = await there.Services.GetRequiredService<HereSecrets>().CodeAsync("banpo-1");
        var code = "";
        await Eventually.TrueAsync(
            async () =>
            {
                code = await there.Services.GetRequiredService<HereSecrets>().CodeAsync(Seocho.Office);
                return code == await here.Services.GetRequiredService<HereSecrets>().CodeAsync(Seocho.Office);
            },
            "both nodes show one code");
        foreach (var bad in new[] { "0123456789abcdef0123", elsewhere!, "x" })
        {
            using var refused = await phone.GetAsync($"/seocho/here/{bad}");
            Assert.Equal(HttpStatusCode.Conflict, refused.StatusCode);
            Assert.Contains("다시 스캔해 주세요", await refused.Content.ReadAsStringAsync(), StringComparison.Ordinal);
            Assert.False(refused.Headers.TryGetValues("Set-Cookie", out var cookies) && cookies.Any(cookie => cookie.StartsWith(HereCookie.Name, StringComparison.Ordinal)));
        }

        using (var scanned = await phone.GetAsync(new Uri(there.Url, $"/seocho/here/{code}")))
        {
            Assert.Equal((HttpStatusCode.SeeOther, "/seocho"), (scanned.StatusCode, scanned.Headers.Location?.OriginalString));
            var cookie = Assert.Single(scanned.Headers.GetValues("Set-Cookie"), cookie => cookie.StartsWith(HereCookie.Name, StringComparison.Ordinal));
            Assert.Contains("httponly", cookie, StringComparison.OrdinalIgnoreCase);
            Assert.Contains("samesite=lax", cookie, StringComparison.OrdinalIgnoreCase);
            Assert.Contains("max-age=900", cookie, StringComparison.OrdinalIgnoreCase);
        }

        var number = (await here.TicketAsync(first)).Number;
        Assert.Contains($"도착했어요 ({number}번)", await phone.GetStringAsync("/seocho"), StringComparison.Ordinal);
        Assert.Contains($"action=\"{first}/arrive\"", await phone.GetStringAsync(first), StringComparison.Ordinal);
        Assert.Equal((HttpStatusCode.SeeOther, "/seocho"), (await phone.PressAsync("/seocho", "/seocho/here")) is var pressed ? (pressed.Status, pressed.Location) : default);
        Assert.Equal(TicketState.Waiting, (await here.TicketAsync(first)).State);
        Assert.Equal(ProblemCodes.WrongState, await ArriveAsync(phone, first));

        var second = (await phone.PressAsync("/seocho/s/vehicle", "/seocho/s/vehicle/ticket")).Location!;
        Assert.Equal(TicketState.Waiting, (await here.TicketAsync(second)).State);

        // To be here is not to be there.
        using var other = await phone.PostAsJsonAsync("/api/offices/banpo-1/tickets", new IssueRequest(Seocho.NewRequestId(), Seocho.Service));
        Assert.Contains((await other.Content.ReadFromJsonAsync<IssuedTicket>())!.Number.ToString(System.Globalization.CultureInfo.InvariantCulture), "0123456789", StringComparison.Ordinal);
        Assert.Equal(0, (await phone.BoardAsync("banpo-1"))!.Services.Sum(service => service.Waiting));
    }

    [Fact]
    public async Task Only_a_paired_display_of_the_office_is_given_the_code_and_only_where_it_is_required()
    {
        await using var hub = await new HubFactory(engines).StartAsync();
        using var tv = await PairedScreen.DisplayAsync(hub, "로비");
        using var panel = await PairedScreen.PanelAsync(hub, "1");
        Assert.Equal(HttpStatusCode.NoContent, (await tv.Browser.GetAsync(Routes.DisplayHere)).StatusCode);
        await hub.RequirePresenceAsync();
        using var anybody = hub.NewClient();

        Assert.Equal(HttpStatusCode.Unauthorized, (await anybody.GetAsync(Routes.DisplayHere)).StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, (await panel.Browser.GetAsync(Routes.DisplayHere)).StatusCode);
        using var answer = await tv.Browser.GetAsync(Routes.DisplayHere);
        Assert.Equal("no-store", answer.Headers.CacheControl?.ToString());
        var shown = (await answer.Content.ReadFromJsonAsync<HereQr>())!;

        Assert.Equal(Seocho.Office, shown.Office);
        Assert.StartsWith("<svg", shown.Svg, StringComparison.Ordinal);
        Assert.InRange(shown.LeftMilliseconds, 1, 30_000);
        Assert.True((await anybody.BoardAsync())!.Office.RequiresPresence);
    }

    [Fact]
    public async Task Nodes_share_the_secret_and_when_Redis_loses_it_the_codes_on_the_screens_are_still_taken()
    {
        var (time, protection) = (new FakeTimeProvider(DateTimeOffset.UtcNow), new EphemeralDataProtectionProvider());
        var office = $"o{Seocho.NewRequestId()[..12]}";
        HereSecrets one = new(engines.Redis, protection, time), two = new(engines.Redis, protection, time);
        var before = (await one.CodeAsync(office))!;
        Assert.True(await two.IsGoodAsync(office, before));
        var key = RedisKeys.HereSecret(office);
        Assert.InRange((await engines.Redis.GetDatabase().KeyTimeToLiveAsync(key))!.Value, TimeSpan.FromHours(23), TimeSpan.FromHours(24));

        await engines.Redis.GetDatabase().KeyDeleteAsync(key);
        time.Advance(TimeSpan.FromSeconds(11));
        var after = (await one.CodeAsync(office))!;

        Assert.NotEqual(before, after);
        Assert.True(await one.IsGoodAsync(office, before));
        Assert.True(await two.IsGoodAsync(office, after));
        Assert.True(await two.IsGoodAsync(office, before));

        // One that cannot be opened is replaced.
        await engines.Redis.GetDatabase().StringSetAsync(key, "nonsense");
        time.Advance(TimeSpan.FromSeconds(11));
        Assert.True(await two.IsGoodAsync(office, (await one.CodeAsync(office))!));
    }

    private static async Task<string?> ArriveAsync(HttpClient phone, string ticket)
    {
        using var answer = await phone.PostAsJsonAsync($"{ticket}/arrive", Seocho.Request());
        return answer.IsSuccessStatusCode ? null : (await ProblemAsync(answer)).GetProperty("code").GetString();
    }

    private static async Task<JsonElement> ProblemAsync(HttpResponseMessage answer) => await answer.Content.ReadFromJsonAsync<JsonElement>();

    private static async Task<QueueHub.Tickets.Rows.TicketRow> ClerkIssuesAsync(RunningHub hub)
    {
        var (clerk, _) = await hub.SignInAsync("kim");
        using (clerk)
        {
            return await hub.TicketAsync((await clerk.IssueAsync("tax")).Url);
        }
    }
}
