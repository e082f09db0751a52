using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.RegularExpressions;
using QueueHub.Contracts;
using QueueHub.Contracts.Tickets;

namespace QueueHub.IntegrationTests.Intake;

/// <summary>Outside opening hours phones get no numbers, and everything else goes on.</summary>
public partial class OpeningHoursTests(EngineFixture engines)
{
    [Fact]
    public async Task A_number_asked_for_after_hours_is_refused_with_the_time_of_opening()
    {
        await using var hub = await new HubFactory(engines).WithOpeningHours().StartAsync();
        await hub.CloseNowAsync();
        using var citizen = hub.NewClient();
        citizen.DefaultRequestHeaders.AcceptLanguage.Add(new StringWithQualityHeaderValue("en"));

        using var response = await citizen.PostAsJsonAsync("/api/offices/seocho/tickets", new IssueRequest(Seocho.NewRequestId(), Seocho.Service));

        Assert.Equal(HttpStatusCode.Conflict, response.StatusCode);
        var problem = await response.Content.ReadFromJsonAsync<JsonElement>();
        Assert.Equal(ProblemCodes.OfficeClosed, problem.GetProperty("code").GetString());
        Assert.Matches("^The office is closed now, so no number can be given\\. Opens [A-Z][a-z]+ at 09:00\\.$", problem.GetProperty("title").GetString());
        Assert.All((await citizen.BoardAsync())!.Services, service => Assert.Equal(0, service.Waiting));
    }

    [Fact]
    public async Task The_pages_say_when_the_office_opens_and_offer_no_number()
    {
        await using var hub = await new HubFactory(engines).WithOpeningHours().StartAsync();
        await hub.OpenNowAsync();
        using var phone = hub.NewClient();
        phone.DefaultRequestHeaders.Accept.Add(new MediaTypeWithQualityHeaderValue("text/html"));
        var keys = Keys().Matches(await phone.GetStringAsync("/seocho/s/passport")).ToDictionary(match => match.Groups[1].Value, match => match.Groups[2].Value);

        await hub.CloseNowAsync();

        var office = await phone.GetStringAsync("/seocho");
        Assert.Matches("[월화수목금토일]요일 09:00에 엽니다", office);
        Assert.Contains("/seocho/s/passport", office, StringComparison.Ordinal);
        Assert.DoesNotContain("/seocho/s/tax", office, StringComparison.Ordinal);
        Assert.DoesNotContain("<form", await phone.GetStringAsync("/seocho/s/passport"), StringComparison.Ordinal);
        using var form = await phone.GetAsync("/seocho/s/resident/form");
        Assert.Equal((HttpStatusCode.SeeOther, "/seocho/s/resident"), (form.StatusCode, form.Headers.Location?.OriginalString));

        // The page was opened in time, the button pressed too late.
        using var late = await phone.PostAsync("/seocho/s/passport/ticket", new FormUrlEncodedContent(keys));
        Assert.Equal(HttpStatusCode.Conflict, late.StatusCode);
        Assert.Matches("번호표를 드릴 수 없습니다\\. [월화수목금토일]요일 09:00에 엽니다\\.", await late.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task A_request_answered_before_closing_still_gets_its_ticket()
    {
        await using var hub = await new HubFactory(engines).WithOpeningHours().StartAsync();
        await hub.OpenNowAsync();
        using var citizen = hub.NewClient();

        // A first answer brings the cookie that requests are bound to.
        await citizen.GetStringAsync("/seocho");
        var request = new IssueRequest(Seocho.NewRequestId(), Seocho.Service);
        using var first = await citizen.PostAsJsonAsync("/api/offices/seocho/tickets", request);
        await hub.CloseNowAsync();

        using var repeated = await citizen.PostAsJsonAsync("/api/offices/seocho/tickets", request);

        Assert.Equal(HttpStatusCode.Created, repeated.StatusCode);
        Assert.Equal(first.Headers.Location, repeated.Headers.Location);
    }

    [Fact]
    public async Task Clerks_go_on_after_hours_with_those_who_wait_and_those_who_stand_before_them()
    {
        await using var hub = await new HubFactory(engines).WithOpeningHours().StartAsync();
        await hub.OpenNowAsync();
        using var citizen = hub.NewClient();
        await citizen.IssueAsync();
        await hub.CloseNowAsync();
        var (clerk, _) = await hub.SignInAsync("kim");
        using var _ = clerk;
        var door = new HttpDoor(clerk, Seocho.Office, "1");

        Assert.True((await door.Open(new OpenCounterRequest(Seocho.NewRequestId()))).Ok);
        Assert.True((await door.CallNext(Seocho.CallNext())).Ok);
        Assert.Equal(2, (await clerk.IssueAsync()).Number);
        var board = (await citizen.BoardAsync())!;
        Assert.False(board.Office.Opening.Open);
        Assert.Equal(new TimeOnly(9, 0), TimeOnly.FromDateTime(board.Office.Opening.Until!.Value.DateTime));
        Assert.Equal(1, Assert.Single(board.Calls).Number);
    }

    [Fact]
    public async Task A_hub_started_with_always_open_gives_numbers_at_any_hour()
    {
        await using var hub = await new HubFactory(engines).StartAsync();
        await hub.CloseNowAsync();
        using var citizen = hub.NewClient();

        Assert.Equal(1, (await citizen.IssueAsync()).Number);
    }

    [GeneratedRegex("<input type=\"hidden\" name=\"([^\"]+)\" value=\"([^\"]+)\"")]
    private static partial Regex Keys();
}
