using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Http;
using QueueHub.Contracts.Tickets;
using QueueHub.IntegrationTests.Privacy;

namespace QueueHub.IntegrationTests.Notify;

/// <summary>Told by a text message: the number is written on a page that needs no script.</summary>
public partial class NumberTests(EngineFixture engines)
{
    private const string Number = "010-7731-6645";
    private const string Digits = "01077316645";
    private static readonly TimeSpan Patient = TimeSpan.FromMinutes(2);

    [Fact]
    public async Task A_number_is_written_used_twice_and_gone_with_the_visit()
    {
        await using var gateway = await OtherServer.StartAsync();
        gateway.Answer = async (_, response, over) => await response.Body.WriteAsync("""{"statusCode":"2000"}"""u8.ToArray(), over);
        await using var ear = new Eavesdropper();
        await using var hub = await PocketScene.Factory(engines).With(ear.Into)
            .WithSetting("Notify:Gateway", "solapi").WithSetting("Notify:Solapi:Url", gateway.Url.ToString()).WithSetting("Notify:Solapi:ApiKey", "NCSKEY")
            .WithSetting("Notify:Solapi:ApiSecret", "Qzs3cretofthegateway").WithSetting("Notify:Solapi:From", "0221556000").StartAsync();
        using var phone = hub.NewClient();
        phone.DefaultRequestHeaders.Accept.ParseAdd("text/html");
        phone.DefaultRequestHeaders.AcceptLanguage.ParseAdd("ko");
        await phone.IssueAsync();
        var ticket = await phone.IssueAsync();
        var (client, _) = await hub.SignInAsync("kim");
        var clerk = new HttpDoor(client, Seocho.Office, "1");
        await clerk.Open(new OpenCounterRequest(Seocho.NewRequestId()));

        var (status, page) = await SendAsync(phone, ticket.Url, ("early", "1"), ("ahead", "1"), ("called", "1"), ("number", "02-123-4567"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, status);
        Assert.Contains("휴대전화 번호를 확인해 주세요", page, StringComparison.Ordinal);
        Assert.Contains("value=\"02-123-4567\"", page, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await SendAsync(phone, ticket.Url, ("ahead", "1"), ("number", Number))).Status);
        using (var forged = await phone.PostAsync($"{ticket.Url}/notify", new FormUrlEncodedContent([new("called", "1"), new("number", Number)])))
        {
            Assert.Equal(HttpStatusCode.BadRequest, forged.StatusCode);
        }

        Assert.DoesNotContain("알림이 켜져 있습니다", await phone.GetStringAsync($"{ticket.Url}/notify"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.SeeOther, (await SendAsync(phone, ticket.Url, ("early", "1"), ("ahead", "1"), ("called", "1"), ("number", Number))).Status);
        page = await phone.GetStringAsync($"{ticket.Url}/notify");
        Assert.Contains("알림이 켜져 있습니다", page, StringComparison.Ordinal);
        Assert.DoesNotContain(Digits, page.Replace("-", "", StringComparison.Ordinal), StringComparison.Ordinal);

        await Eventually.TrueAsync(() => gateway.Arrivals.Count == 1, "one is ahead", Patient);
        var first = (await clerk.CallNext(Seocho.CallNext())).Ticket!.Value;
        await clerk.NoShow(Seocho.Request(first));
        var mine = (await clerk.CallNext(Seocho.CallNext())).Ticket!.Value;
        await Eventually.TrueAsync(() => gateway.Arrivals.Count == 2, "it is called", Patient);
        await clerk.Start(Seocho.Request(mine));
        await clerk.Complete(new CompleteRequest(Seocho.NewRequestId(), mine));

        // Whatever was kept of it is gone; files of Redis hold ciphertext until they are rewritten.
        var canaries = new Canaries(Digits, Number, "Qzs3cretofthegateway");
        await Eventually.TrueAsync(async () => !Encoding.UTF8.GetString((await Kept.ByAsync(hub)).Single(place => place.Place == Kept.Redis).Content)
            .Contains(":notify", StringComparison.Ordinal), "nothing is left in Redis");
        Assert.Empty(ear.Heard.Concat(await Kept.ByAsync(hub)).SelectMany(place => canaries.In(place.Content).Select(found => $"{place.Place}: {found}")));
        Assert.Equal(
            ["[서초구청] 2번, 앞에 1명 남았습니다", "[서초구청] 2번, 1번 창구로 오세요"],
            gateway.Arrivals.Select(arrival => Text().Match(Encoding.UTF8.GetString(arrival.Body)).Groups[1].Value).Select(text => Regex.Replace(text, @"\[[^\]]+\]", "[서초구청]")));
        Assert.All(gateway.Arrivals, arrival => Assert.Contains($"\"to\":\"{Digits}\"", Encoding.UTF8.GetString(arrival.Body), StringComparison.Ordinal));

        // Its time is over: there is nothing to ask for any more.
        using var late = await phone.GetAsync($"{ticket.Url}/notify");
        Assert.Equal(HttpStatusCode.SeeOther, late.StatusCode);
    }

    [Fact]
    public async Task Without_a_gateway_nobody_is_asked_for_a_number()
    {
        await using var hub = await PocketScene.Factory(engines).StartAsync();
        using var phone = hub.NewClient();
        phone.DefaultRequestHeaders.Accept.ParseAdd("text/html");
        var ticket = await phone.IssueAsync();

        Assert.DoesNotContain("name=\"number\"", await phone.GetStringAsync($"{ticket.Url}/notify"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Conflict, (await SendAsync(phone, ticket.Url, ("called", "1"), ("number", Number))).Status);
    }

    private static async Task<(HttpStatusCode Status, string Page)> SendAsync(HttpClient phone, string ticket, params (string Name, string Value)[] fields)
    {
        var page = await phone.GetStringAsync($"{ticket}/notify");
        var hidden = Hidden().Matches(page).DistinctBy(field => field.Groups[1].Value).Select(field => KeyValuePair.Create(field.Groups[1].Value, field.Groups[2].Value));
        using var content = new FormUrlEncodedContent(hidden.Concat(fields.Select(field => KeyValuePair.Create(field.Name, field.Value))));
        using var response = await phone.PostAsync($"{ticket}/notify", content);
        return (response.StatusCode, await response.Content.ReadAsStringAsync());
    }

    [GeneratedRegex("""<input type="hidden" name="([^"]+)" value="([^"]*)"[^>]*>""")]
    private static partial Regex Hidden();

    [GeneratedRegex("\"text\":\"([^\"]+)\"")]
    private static partial Regex Text();
}
