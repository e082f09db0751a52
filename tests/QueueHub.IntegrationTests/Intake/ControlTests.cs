using System.Net;
using System.Net.Http.Json;
using System.Net.ServerSentEvents;
using System.Text.Json;
using QueueHub.Contracts;
using QueueHub.Contracts.Boards;
using QueueHub.Contracts.Tickets;
using QueueHub.Tickets;

namespace QueueHub.IntegrationTests.Intake;

/// <summary>What a citizen does with numbers: lets others go first, takes one for a companion, visits several services, lets a relative look.</summary>
public class ControlTests(EngineFixture engines)
{
    [Fact]
    public async Task Who_lets_others_go_first_moves_back_and_only_as_often_as_is_allowed()
    {
        await using var hub = await new HubFactory(engines).StartAsync();
        using var phone = await hub.PhoneAsync();
        var mine = (await phone.PressAsync("/seocho/s/tax", "/seocho/s/tax/ticket")).Location!;
        await hub.CaughtUpAsync();
        Assert.Contains("지금 뒤에 기다리는 분이 없어", await phone.GetStringAsync($"{mine}/later"), StringComparison.Ordinal);
        using var others = hub.NewClient();
        for (var other = 0; other < 3; other++)
        {
            await others.IssueAsync("tax");
        }

        await hub.CaughtUpAsync();

        var page = await phone.GetStringAsync($"{mine}/later");
        Assert.Contains("앞으로 2번 할 수 있습니다", page, StringComparison.Ordinal);
        Assert.Contains("3명 모두 먼저", page, StringComparison.Ordinal);
        Assert.Equal(ProblemCodes.RequeueLimit, await LaterAsync(phone, mine, 6));
        Assert.Equal(ProblemCodes.RequeueLimit, await LaterAsync(phone, mine, 0));
        Assert.Equal((HttpStatusCode.SeeOther, mine), await phone.PressAsync($"{mine}/later", $"{mine}/later", ("places", "2")) is var (status, location, _) ? (status, location) : default);
        await hub.CaughtUpAsync();
        Assert.Contains("<b data-text=\"{ahead}\">2</b>", await phone.GetStringAsync(mine), StringComparison.Ordinal);
        Assert.Null(await LaterAsync(phone, mine, 1));

        Assert.Equal(ProblemCodes.RequeueLimit, await LaterAsync(phone, mine, 1));
        using var gone = await phone.GetAsync($"{mine}/later");
        Assert.Equal((HttpStatusCode.SeeOther, mine), (gone.StatusCode, gone.Headers.Location?.OriginalString));
    }

    [Fact]
    public async Task A_second_number_of_a_service_is_for_somebody_who_came_along_and_there_are_not_more_than_the_office_allows()
    {
        await using var hub = await new HubFactory(engines).StartAsync();
        using var phone = await hub.PhoneAsync();
        Assert.NotNull((await phone.PressAsync("/seocho/s/tax", "/seocho/s/tax/ticket")).Location);

        var (status, _, page) = await phone.PressAsync("/seocho/s/tax", "/seocho/s/tax/ticket");

        Assert.Equal(HttpStatusCode.Conflict, status);
        Assert.Contains("이 업무의 번호표를 이미 받으셨습니다", page, StringComparison.Ordinal);
        Assert.Contains("함께 온 다른 사람의 번호표 받기", page, StringComparison.Ordinal);
        for (var companion = 0; companion < 3; companion++)
        {
            Assert.NotNull((await phone.PressAsync("/seocho/s/tax", "/seocho/s/tax/ticket", ("companion", "yes"))).Location);
        }

        (status, _, page) = await phone.PressAsync("/seocho/s/tax", "/seocho/s/tax/ticket", ("companion", "yes"));
        Assert.Equal(HttpStatusCode.Conflict, status);
        Assert.Contains("4장까지", page, StringComparison.Ordinal);
        Assert.DoesNotContain("함께 온 다른 사람의 번호표 받기", page, StringComparison.Ordinal);
        Assert.NotNull((await phone.PressAsync("/seocho/s/vehicle", "/seocho/s/vehicle/ticket")).Location);
    }

    [Fact]
    public async Task Two_services_are_visited_in_the_order_that_was_chosen_under_one_number()
    {
        await using var hub = await new HubFactory(engines).StartAsync();
        using var phone = await hub.PhoneAsync();
        var chosen = await phone.GetStringAsync("/seocho/visit?s=tax&s=resident&s=nothing");
        Assert.Contains("/seocho/visit?s=resident&amp;s=tax", chosen, StringComparison.Ordinal);
        using var one = await phone.GetAsync("/seocho/visit?s=tax");
        Assert.Equal("/seocho/s/tax", one.Headers.Location?.OriginalString);
        Assert.Equal(HttpStatusCode.BadRequest, (await phone.PressAsync("/seocho/visit?s=tax&s=resident", "/seocho/visit", ("s", "tax"))).Status);

        var mine = (await phone.PressAsync("/seocho/visit?s=tax&s=resident", "/seocho/visit", ("s", "tax"), ("s", "resident"))).Location!;

        Assert.Equal(["tax", "resident"], (await hub.TicketAsync(mine)).Journey);
        var page = await phone.GetStringAsync(mine);
        Assert.Contains("오늘 볼 업무", page, StringComparison.Ordinal);
        Assert.DoesNotContain("서식 작성하기</a>", Visible(page), StringComparison.Ordinal);
        var (kim, _) = await hub.SignInAsync("kim");
        using var _1 = kim;
        var counter = new HttpDoor(kim, Seocho.Office, "1");
        await counter.Open(new OpenCounterRequest(Seocho.NewRequestId(), ["tax"], []));
        var ticket = (await counter.CallNext(Seocho.CallNext())).Ticket!.Value;
        await counter.Start(Seocho.Request(ticket));
        await counter.Complete(new CompleteRequest(Seocho.NewRequestId(), ticket));

        await Eventually.TrueAsync(async () => await hub.TicketAsync(mine) is { State: TicketState.Waiting, Service: "resident" }, "the node has read that the visit goes on");
        Assert.Contains("서식 작성하기</a>", Visible(await phone.GetStringAsync(mine)), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await phone.GetAsync($"{mine}/form")).StatusCode);
    }

    [Fact]
    public async Task A_relative_sees_where_the_ticket_stands_and_can_do_nothing_with_it()
    {
        await using var hub = await new HubFactory(engines).StartAsync();
        using var phone = await hub.PhoneAsync();
        var mine = (await phone.IssueAsync(form: hub.FilledForm())).Url;
        await hub.CaughtUpAsync();
        var token = mine.Split('/')[^1];
        var watch = TicketToken.Watch(token);
        Assert.Contains($"/seocho/w/{watch}/qr.svg", await phone.GetStringAsync(mine), StringComparison.Ordinal);
        using var relative = await hub.PhoneAsync();

        var page = await relative.GetStringAsync($"/seocho/w/{watch}");
        Assert.Contains(">1</span>", page, StringComparison.Ordinal);
        Assert.DoesNotContain(token, page, StringComparison.Ordinal);
        Assert.DoesNotContain("/t/", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<form", page, StringComparison.Ordinal);
        Assert.Equal("image/svg+xml", (await relative.GetAsync($"/seocho/w/{watch}/qr.svg")).Content.Headers.ContentType?.MediaType);

        using var stream = await relative.GetAsync($"/seocho/w/{watch}/events", HttpCompletionOption.ResponseHeadersRead);
        await using var events = SseParser.Create(await stream.Content.ReadAsStreamAsync()).EnumerateAsync().GetAsyncEnumerator();
        Assert.True(await events.MoveNextAsync());
        var seen = JsonSerializer.Deserialize<PhoneTicket>(events.Current.Data, JsonSerializerOptions.Web)!;
        Assert.True(seen is
        {
            Number: 1, State: TicketState.Waiting, PeopleAhead: 0, FormReady: false, FormEditable: false, Cancellable: false, LetsOthersFirst: false, Epoch: "",
        });

        foreach (var command in new[] { "cancel", "arrive", "later", "rate", "form/fields" })
        {
            foreach (var path in new[] { $"/seocho/t/{watch}/{command}", $"/seocho/w/{watch}/{command}" })
            {
                using var refused = await relative.PostAsJsonAsync(path, new { requestId = Seocho.NewRequestId(), places = 1, rating = 5, changes = Array.Empty<object>() });
                Assert.Contains(refused.StatusCode, new[] { HttpStatusCode.NotFound, HttpStatusCode.MethodNotAllowed });
            }
        }

        foreach (var path in new[] { $"/seocho/t/{watch}", $"/seocho/t/{watch}/form", $"/seocho/t/{watch}/slip", $"/seocho/w/{token}", $"/seocho/w/{token}/events", $"/seocho/w/{Seocho.NewRequestId()}" })
        {
            Assert.Equal(HttpStatusCode.NotFound, (await relative.GetAsync(path)).StatusCode);
        }

        Assert.Equal(TicketState.Waiting, (await hub.TicketAsync(mine)).State);
    }

    // What is hidden is there for the module alone.
    private static string Visible(string page) => System.Text.RegularExpressions.Regex.Replace(page, "<section[^>]* hidden>.*?</section>", "", System.Text.RegularExpressions.RegexOptions.Singleline);

    private static async Task<string?> LaterAsync(HttpClient phone, string ticket, int places)
    {
        using var answer = await phone.PostAsJsonAsync($"{ticket}/later", new LetOthersFirstRequest(Seocho.NewRequestId(), places));
        return answer.IsSuccessStatusCode ? null : (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("code").GetString();
    }
}
