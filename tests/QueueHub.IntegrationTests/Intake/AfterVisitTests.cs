using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using QueueHub.Contracts;
using QueueHub.Contracts.Boards;
using QueueHub.Contracts.Tickets;
using QueueHub.History.Comments;
using QueueHub.IntegrationTests.Privacy;
using QueueHub.Live;
using QueueHub.Tickets;

namespace QueueHub.IntegrationTests.Intake;

/// <summary>How a visit was, said after it: the number is the ticket's, the words are nobody's.</summary>
public partial class AfterVisitTests(EngineFixture engines)
{
    private const string Words = "카나리아신Qzcanarycomment";
    private const string Comments = $"/api/offices/{Seocho.Office}/comments";

    [Fact]
    public async Task Two_taps_without_scripts_rate_the_visit_and_the_words_are_read_by_the_supervisor_and_kept_with_no_ticket()
    {
        await using var ear = new Eavesdropper();
        await using var hub = await new HubFactory(engines).With(ear.Into).StartAsync();
        await ear.SubscribeAsync(hub);
        using var phone = Phone(hub);
        var (kim, _) = await hub.SignInAsync("kim");
        var (choi, _) = await hub.SignInAsync("choi");
        var ticket = await VisitAsync(phone, kim);

        var page = await phone.GetStringAsync(ticket.Url);
        Assert.Contains($"{ticket.Url}/rate?how=4", page, StringComparison.Ordinal);
        var asked = await phone.GetStringAsync($"{ticket.Url}/rate?how=4");
        Assert.Matches("""value="4"[^>]* checked""", asked);
        Assert.Equal(HttpStatusCode.SeeOther, (await SendAsync(phone, ticket, asked, "4", $"  {Words}\u0007\r\n고맙습니다  ")).Status);
        Assert.Equal(4, Rating(hub, ticket));
        Assert.Contains("의견을 보내 주셔서 고맙습니다", await phone.GetStringAsync(ticket.Url), StringComparison.Ordinal);

        // The same press once more, as after a lost answer.
        Assert.Equal(HttpStatusCode.SeeOther, (await SendAsync(phone, ticket, asked, "4", $"{Words}\n고맙습니다")).Status);
        var said = Assert.Single((await choi.GetFromJsonAsync<List<VisitComment>>(Comments))!);
        Assert.Equal((Seocho.Service, 4, $"{Words}\n고맙습니다", 0), (said.Service, said.Rating, said.Comment, said.Hour.Minute));
        Assert.Equal(HttpStatusCode.Forbidden, (await kim.GetAsync(Comments)).StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, (await phone.GetAsync(Comments)).StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, (await choi.GetAsync($"{Comments}?from=today")).StatusCode);

        Canaries canaries = new(Words);
        Assert.Empty(canaries.In(ear.HeardAt(Eavesdropper.Log)));
        Assert.Empty(canaries.In(ear.HeardAt(Eavesdropper.Channels)));
        var kept = await Kept.ByAsync(hub);
        Assert.All(kept.Where(place => place.Place != Kept.Postgres), place => Assert.Empty(canaries.In(place.Content)));
        var postgres = System.Text.Encoding.UTF8.GetString(kept.Single(place => place.Place == Kept.Postgres).Content);
        Assert.Single(Regex.Matches(postgres, Words));

        var comments = hub.Services.GetRequiredService<VisitComments>();
        Assert.Equal(0, await comments.PurgeAsync(DateTimeOffset.UtcNow.AddDays(364), CancellationToken.None));
        Assert.Equal(1, await comments.PurgeAsync(DateTimeOffset.UtcNow.AddDays(368), CancellationToken.None));
        kim.Dispose();
        choi.Dispose();
    }

    [Fact]
    public async Task What_cannot_be_taken_is_refused_and_nothing_is_kept()
    {
        await using var hub = await new HubFactory(engines).StartAsync();
        using var phone = Phone(hub);
        var (kim, _) = await hub.SignInAsync("kim");
        var (choi, _) = await hub.SignInAsync("choi");
        var ticket = await VisitAsync(phone, kim);
        using var other = Phone(hub);
        var waiting = await other.IssueAsync();

        Assert.Equal(ProblemCodes.InvalidRequest, await RateAsync(phone, ticket, 0));
        Assert.Equal(ProblemCodes.InvalidRequest, await RateAsync(phone, ticket, 6, Words));
        Assert.Equal(ProblemCodes.InvalidRequest, await RateAsync(phone, ticket, 3, new string('가', 501)));
        Assert.Equal(ProblemCodes.RequestIdRequired, await RateAsync(phone, ticket, 3, Words, "no"));
        Assert.Equal(ProblemCodes.WrongState, await RateAsync(other, waiting, 3, Words));
        Assert.Equal(ProblemCodes.UnknownTicket, await RateAsync(phone, ticket with { Url = ticket.Url[..^2] + "zz" }, 3, Words));
        using var redirected = await other.GetAsync($"{waiting.Url}/rate?how=5");
        Assert.Equal((HttpStatusCode.SeeOther, waiting.Url), (redirected.StatusCode, redirected.Headers.Location?.OriginalString));

        var page = await phone.GetStringAsync($"{ticket.Url}/rate?how=9");
        var nothing = await SendAsync(phone, ticket, page, null, Words);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, nothing.Status);
        Assert.Contains(Words, nothing.Html, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await SendAsync(phone, ticket, page, "5", new string('가', 501))).Status);
        Assert.Null(Rating(hub, ticket));
        Assert.Empty((await choi.GetFromJsonAsync<List<VisitComment>>(Comments))!);

        Assert.Null(await RateAsync(phone, ticket, 5, new string('가', 500)));
        Assert.Equal(5, Rating(hub, ticket));
        kim.Dispose();
        choi.Dispose();
    }

    [Fact]
    public async Task Without_Postgres_a_comment_is_refused_kindly_and_a_rating_alone_is_taken()
    {
        await using var link = new PostgresLink(await engines.CreateDatabaseAsync());
        await using var hub = await new HubFactory(engines).WithPostgresAt(link.ConnectionString).StartAsync();
        using var phone = Phone(hub);
        var (kim, _) = await hub.SignInAsync("kim");
        var ticket = await VisitAsync(phone, kim);
        var page = await phone.GetStringAsync($"{ticket.Url}/rate?how=2");
        link.Cut();

        var refused = await SendAsync(phone, ticket, page, "2", Words);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, refused.Status);
        Assert.Contains("아무것도 보내지 않았습니다", refused.Html, StringComparison.Ordinal);
        Assert.Contains(Words, refused.Html, StringComparison.Ordinal);
        Assert.Equal(ProblemCodes.Unavailable, await RateAsync(phone, ticket, 2, Words));
        Assert.Null(Rating(hub, ticket));

        Assert.Null(await RateAsync(phone, ticket, 2));
        Assert.Equal(2, Rating(hub, ticket));
        kim.Dispose();
    }

    private static async Task<IssuedTicket> VisitAsync(HttpClient phone, HttpClient clerk)
    {
        var ticket = await phone.IssueAsync();
        var counter = new HttpDoor(clerk, Seocho.Office, "1");
        Assert.True((await counter.Open(new OpenCounterRequest(Seocho.NewRequestId()))).Ok);
        Assert.True((await counter.CallNext(Seocho.CallNext())).Ok);
        Assert.True((await counter.Start(Seocho.Request(ticket.Ordinal))).Ok);
        Assert.True((await counter.Complete(new CompleteRequest(Seocho.NewRequestId(), ticket.Ordinal))).Ok);
        return ticket;
    }

    private static int? Rating(RunningHub hub, IssuedTicket ticket) =>
        hub.Services.GetRequiredService<IOfficeStates>().Current(Seocho.Office)!.ByToken(TicketToken.Hash(ticket.Url.Split('/')[^1]))!.Rating;

    private static async Task<string?> RateAsync(HttpClient phone, IssuedTicket ticket, int rating, string? comment = null, string? requestId = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, $"{ticket.Url}/rate")
        {
            Content = JsonContent.Create(new RateVisitRequest(requestId ?? Seocho.NewRequestId(), rating, comment)),
        };
        request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue("application/json"));
        using var response = await phone.SendAsync(request);
        return response.StatusCode == HttpStatusCode.NoContent ? null
            : JsonDocument.Parse(await response.Content.ReadAsStringAsync()).RootElement.GetProperty("code").GetString();
    }

    private static async Task<(HttpStatusCode Status, string Html)> SendAsync(HttpClient phone, IssuedTicket ticket, string page, string? rating, string comment)
    {
        var fields = Hidden().Matches(page).Select(match => KeyValuePair.Create(match.Groups[1].Value, WebUtility.HtmlDecode(match.Groups[2].Value)))
            .Append(KeyValuePair.Create("comment", comment));
        using var content = new FormUrlEncodedContent(rating is null ? fields : fields.Append(KeyValuePair.Create("rating", rating)));
        using var response = await phone.PostAsync($"{ticket.Url}/rate", content);
        return (response.StatusCode, await response.Content.ReadAsStringAsync());
    }

    // A phone that follows no redirect and prefers pages.
    private static HttpClient Phone(RunningHub hub)
    {
        var phone = hub.NewClient();
        phone.DefaultRequestHeaders.Accept.Add(new MediaTypeWithQualityHeaderValue("text/html", 0.9));
        return phone;
    }

    [GeneratedRegex("""<input type="hidden" name="([^"]+)" value="([^"]*)"[^>]*>""")]
    private static partial Regex Hidden();
}
