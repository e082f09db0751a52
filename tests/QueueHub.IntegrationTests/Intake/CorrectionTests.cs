using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.SignalR.Client;
using QueueHub.Contracts;
using QueueHub.Contracts.Boards;
using QueueHub.Contracts.Tickets;

namespace QueueHub.IntegrationTests.Intake;

/// <summary>A citizen at the counter corrects on the phone what the clerk asks for, without scripts, and nothing else.</summary>
public partial class CorrectionTests(EngineFixture engines)
{
    [Fact]
    public async Task The_citizen_may_write_the_fields_that_are_asked_for_and_no_others_until_they_are_answered()
    {
        await using var scene = await CounterScene.StartAsync(engines);
        using var phone = Phone(scene.Hub);
        var issued = await phone.IssueAsync(form: scene.Hub.FilledForm());
        var ticket = await scene.ServedAsync();
        Assert.Equal(ProblemCodes.FormLocked, await EditAsync(phone, issued, "name"));
        Assert.Equal(HttpStatusCode.SeeOther, (await phone.GetAsync($"{issued.Url}/form")).StatusCode);

        await scene.AskAsync(ticket, "name", "phone");
        var there = await Eventually.NotNullAsync(
            async () => await phone.GetStringAsync(issued.Url) is var html && Banner().IsMatch(html) ? html : null, "the ticket's page says so");
        Assert.Contains("창구에서 2개 항목의 확인을 요청했습니다", there, StringComparison.Ordinal);
        Assert.Equal(ProblemCodes.FormLocked, await EditAsync(phone, issued, "address"));

        var page = await phone.GetStringAsync($"{issued.Url}/form");
        Assert.Equal(["f.name", "f.phone"], Inputs().Matches(page).Select(match => match.Groups[1].Value));
        Assert.Contains("창구 직원이 아래 항목의 확인을 요청했습니다", page, StringComparison.Ordinal);
        var wrong = await SendAsync(phone, issued, page, ("name", "홍길동"), ("phone", "전화 없음"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, wrong.Status);
        Assert.Contains("전화번호를 확인해 주세요", wrong.Html, StringComparison.Ordinal);
        var sent = await SendAsync(phone, issued, wrong.Html, ("name", "성춘향"), ("phone", "010-9999-8888"), ("address", "몰래 고친 주소"));
        Assert.Equal(HttpStatusCode.SeeOther, sent.Status);

        // The clerk has it, the request is answered, and the form is the clerk's again.
        var form = await scene.Clerk.Submission(ticket);
        Assert.Equal(("성춘향", "01099998888"), (form!.Answers.Values["name"][0], form.Answers.Values["phone"][0]));
        Assert.NotEqual("몰래 고친 주소", form.Answers.Values["address"][0]);
        Assert.Empty((await scene.TicketAsync())!.Corrections);
        Assert.Equal(ProblemCodes.FormLocked, await EditAsync(phone, issued, "name"));

        await scene.AskAsync(ticket, "name");
        Assert.True((await scene.Clerk.Complete(new CompleteRequest(Seocho.NewRequestId(), ticket))).Ok);
        Assert.Equal(ProblemCodes.FormLocked, await EditAsync(phone, issued, "name"));
        Assert.Equal(HttpStatusCode.SeeOther, (await SendAsync(phone, issued, page, ("name", "늦은 글"))).Status);
    }

    [Fact]
    public async Task A_field_that_the_clerk_has_changed_meanwhile_is_shown_with_both_values_and_whoever_sends_again_decides()
    {
        await using var scene = await CounterScene.StartAsync(engines);
        using var phone = Phone(scene.Hub);
        var issued = await phone.IssueAsync();
        Assert.Null(await EditAsync(phone, issued, "name", 0, "홍길동"));
        var ticket = await scene.ServedAsync();
        await scene.AskAsync(ticket, "name");
        await Eventually.TrueAsync(async () => Banner().IsMatch(await phone.GetStringAsync(issued.Url)), "the phone is asked");
        var page = await phone.GetStringAsync($"{issued.Url}/form");
        Assert.True((await scene.Clerk.EditForm(new EditFormRequest(ticket, [new("name", 1, ["이몽룡"])]))).Ok);

        var conflict = await SendAsync(phone, issued, page, ("name", "성춘향"));
        Assert.Equal(HttpStatusCode.Conflict, conflict.Status);
        Assert.Contains("이몽룡", conflict.Html, StringComparison.Ordinal);
        Assert.Contains("성춘향", conflict.Html, StringComparison.Ordinal);

        // The rest of the form is unfinished: what was asked can be sent all the same.
        Assert.Equal(HttpStatusCode.SeeOther, (await SendAsync(phone, issued, conflict.Html, ("name", "성춘향"))).Status);
        var form = await scene.Clerk.Submission(ticket);
        Assert.Equal(["성춘향"], form!.Answers.Values["name"]);
        Assert.Contains("birthDate", form.Missing);
    }

    private static HttpClient Phone(RunningHub hub)
    {
        var phone = hub.NewClient();
        phone.DefaultRequestHeaders.Accept.Add(new MediaTypeWithQualityHeaderValue("text/html"));
        return phone;
    }

    /// <summary>The code of the refusal; null when it was written.</summary>
    private static async Task<string?> EditAsync(HttpClient phone, IssuedTicket ticket, string field, int revision = 1, string value = "x")
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, $"{ticket.Url}/form/fields") { Content = JsonContent.Create(new EditFieldsRequest([new(field, revision, [value])])) };
        request.Headers.Accept.ParseAdd("application/json");
        using var response = await phone.SendAsync(request);
        return response.IsSuccessStatusCode ? null : (await response.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("code").GetString();
    }

    private static async Task<(HttpStatusCode Status, string Html)> SendAsync(HttpClient phone, IssuedTicket ticket, string page, params (string Field, string Value)[] written)
    {
        var fields = Hidden().Matches(page).Select(match => KeyValuePair.Create(match.Groups[1].Value, WebUtility.HtmlDecode(match.Groups[2].Value)))
            .Concat(written.Select(answer => KeyValuePair.Create($"f.{answer.Field}", answer.Value)))
            .Append(KeyValuePair.Create("go", "send"));
        using var content = new FormUrlEncodedContent(fields);
        using var response = await phone.PostAsync($"{ticket.Url}/form", content);
        return (response.StatusCode, await response.Content.ReadAsStringAsync());
    }

    [GeneratedRegex("""<input type="hidden" name="([^"]+)" value="([^"]*)"[^>]*>""")]
    private static partial Regex Hidden();

    [GeneratedRegex("""name="(f\.[^"]+)""")]
    private static partial Regex Inputs();

    [GeneratedRegex("""data-form="asked">\s*<h2""")]
    private static partial Regex Banner();

    /// <summary>A clerk at counter 1, over the hub.</summary>
    private sealed class CounterScene : IAsyncDisposable
    {
        private HttpClient _client = null!;
        private HubConnection _connection = null!;

        public required RunningHub Hub { get; init; }
        public HubDoor Clerk { get; private set; } = null!;

        public static async Task<CounterScene> StartAsync(EngineFixture engines)
        {
            var scene = new CounterScene { Hub = await new HubFactory(engines).StartAsync() };
            (scene._client, var cookies) = await scene.Hub.SignInAsync("kim");
            scene._connection = scene.Hub.CounterConnection(cookies);
            await scene._connection.StartAsync();
            scene.Clerk = new HubDoor(scene._connection);
            await scene.Clerk.Attach(Seocho.Office, "1", "ko");
            Assert.True((await scene.Clerk.Open(new OpenCounterRequest(Seocho.NewRequestId()))).Ok);
            return scene;
        }

        public async Task<long> ServedAsync()
        {
            var ticket = (await Clerk.CallNext(Seocho.CallNext())).Ticket!.Value;
            Assert.True((await Clerk.Start(Seocho.Request(ticket))).Ok);
            return ticket;
        }

        public async Task AskAsync(long ticket, params string[] fields) =>
            Assert.True((await Clerk.AskCorrections(new CorrectionsRequest(Seocho.NewRequestId(), ticket, fields))).Ok);

        public async Task<DeskTicket?> TicketAsync() =>
            (await Clerk.Attach(Seocho.Office, "1", "ko"))!.Counters.Single(counter => counter.Id == "1").Ticket;

        public async ValueTask DisposeAsync()
        {
            await _connection.DisposeAsync();
            _client.Dispose();
            await Hub.DisposeAsync();
        }
    }
}
