using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Net.WebSockets;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.SignalR.Client;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Npgsql;
using QueueHub.Contracts.Forms;
using QueueHub.Contracts.Hubs;
using QueueHub.Contracts.Protection;
using QueueHub.Contracts.Tickets;
using QueueHub.IntegrationTests.Limits;
using QueueHub.IntegrationTests.Panels;
using QueueHub.IntegrationTests.Recovery;
using QueueHub.Offices;
using StackExchange.Redis;

namespace QueueHub.IntegrationTests.Privacy;

/// <summary>What is written on a form stands before those who may read it, and nowhere else: neither kept, nor said, nor sent to anybody.</summary>
public sealed partial class CanaryTests(EngineFixture engines)
{
    private const string Draft = "카나리아갑Qzcanarydraft";
    private const string Refused = "카나리아을Qzcanaryrefused";
    private const string Sent = "카나리아병Qzcanarysent";
    private const string Address = "서초구카나리아로77Qzcanaryaddress";
    private const string Purpose = "카나리아용도Qzcanarypurpose";
    private const string Phone = "01077316645";
    private const string ByClerk = "카나리아정Qzcanaryclerk";
    private const string AtPanel = "카나리아무Qzcanarypanel";
    private const string Corrected = "카나리아기Qzcanarycorrected";
    private const string Drawn = "[[731,113,733,117,739,119]]";
    private const string Planted = "카나리아경Qzcanaryplanted";

    private const string Lobby = "lobby display";
    private const string Elsewhere = "console of another counter";
    private const string OtherPanel = "panel of another counter";
    private const string Room = "supervisor's room";
    private const string Neighbour = "another phone";
    private const string District = "district page";
    private const string Pages = "public pages";
    private const string StaffPages = "what staff may ask by HTTP";

    [Fact]
    public void A_canary_is_found_in_whatever_shape_it_is_written_down()
    {
        Canaries canaries = new(Planted);

        Assert.All(Canaries.Shapes(Planted), shape => Assert.NotEmpty(canaries.In([1, 2, .. shape.Bytes, 3])));
        Assert.NotEmpty(canaries.In(Encoding.UTF8.GetBytes(Convert.ToBase64String(Encoding.UTF8.GetBytes($"{{\"name\":\"{Planted}\"}}")))));
        Assert.NotEmpty(canaries.In(JsonSerializer.SerializeToUtf8Bytes(new { name = $"a {Planted} b" })));
        Assert.Empty(canaries.In(Encoding.UTF8.GetBytes(Draft)));
    }

    [Fact]
    public async Task What_is_written_on_a_form_is_nowhere_but_before_those_who_may_read_it()
    {
        await using var ear = new Eavesdropper();
        await using var hub = await new HubFactory(engines).With(ear.Into).With(Idler.MayStaySilent).StartAsync();
        await using var scene = await Scene.StartAsync(hub, ear);

        await scene.VisitAsync();
        await scene.OthersAskAsync();
        await scene.KeptAsync();

        Assert.Empty(await scene.FoundAsync(new(Draft, Refused, Sent, Address, Purpose, Phone, "010-7731-6645", ByClerk, AtPanel, Corrected, Drawn)));

        // What was looked for would have been found: everywhere something is kept, and wherever something is said.
        await scene.PlantAsync();
        var kept = await Kept.ByAsync(hub);
        Assert.All(kept, place => Assert.True(new Canaries(Planted).In(place.Content).Any(), $"what was planted is not found: {place.Place}"));
        foreach (var place in new[] { Eavesdropper.Log, Eavesdropper.Channels, Lobby, Elsewhere, OtherPanel, Room, Neighbour, District, Pages, StaffPages })
        {
            // A phone is told ids and numbers alone.
            Canaries planted = new(place == Neighbour ? Seocho.Service : Planted);
            await Eventually.TrueAsync(() => planted.In(ear.HeardAt(place)).Any(), $"what was planted is found: {place}");
        }
    }

    [GeneratedRegex("""<input type="hidden" name="([^"]+)" value="([^"]*)"[^>]*>""")]
    private static partial Regex Hidden();

    /// <summary>A citizen with a form, the clerk and the panel at counter 1, and everybody else who follows the office.</summary>
    private sealed class Scene(RunningHub hub, Eavesdropper ear) : IAsyncDisposable
    {
        private readonly HttpClient _citizen = Browser(hub);
        private readonly HttpClient _neighbour = Browser(hub);
        private readonly List<IAsyncDisposable> _links = [];
        private readonly List<(ClientWebSocket Socket, HttpClient Client)> _others = [];
        private HubDoor _clerk = null!;
        private PanelSide _panel = null!;
        private PairedScreen _otherPanel = null!;
        private ClientWebSocket _otherPanelSocket = null!;
        private IssuedTicket _theirs = null!;

        public static async Task<Scene> StartAsync(RunningHub hub, Eavesdropper ear)
        {
            var scene = new Scene(hub, ear);
            await ear.SubscribeAsync(hub);
            await ear.SocketAsync(Lobby, hub, Routes.DisplayHub, new CookieContainer(), Invocation("Watch", Seocho.Office));
            await scene.FollowAsync(Elsewhere, "lee", Invocation("Attach", Seocho.Office, "2", "ko"));
            await scene.FollowAsync(Room, "choi", Invocation("Watch", Seocho.Office));
            await ear.StreamAsync(District, scene._neighbour, "/district/events");
            scene._otherPanel = await PairedScreen.PanelAsync(hub, "2");
            scene._otherPanelSocket = await ear.SocketAsync(OtherPanel, hub, Routes.PanelHub, scene._otherPanel.Cookies, Invocation("Watch"));
            scene._panel = await PanelSide.StartAsync(hub, "1");
            scene._links.Add(scene._panel);

            var (client, cookies) = await hub.SignInAsync("kim");
            var connection = hub.CounterConnection(cookies);
            scene._links.Add(connection);
            client.Dispose();
            await connection.StartAsync();
            scene._clerk = new HubDoor(connection);
            Assert.NotNull(await scene._clerk.Attach(Seocho.Office, "1", "ko"));
            Assert.True((await scene._clerk.Open(new OpenCounterRequest(Seocho.NewRequestId()))).Ok);
            return scene;
        }

        /// <summary>A form is begun, refused, sent, changed by clerk and panel, signed, corrected and done with.</summary>
        public async Task VisitAsync()
        {
            var form = hub.FilledForm();
            form = form with { Values = new Dictionary<string, IReadOnlyList<string>>(form.Values) { ["phone"] = [Refused] } };
            using var refused = await _citizen.PostAsJsonAsync(
                $"/api/offices/{Seocho.Office}/tickets", new IssueRequest(Seocho.NewRequestId(), Seocho.Service, Form: form));
            Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);

            var mine = await _citizen.IssueAsync();
            _theirs = await _neighbour.IssueAsync();
            await ear.StreamAsync(Neighbour, _neighbour, $"{_theirs.Url}/events");
            await WriteAsync(mine, "name", 0, Draft);
            Assert.Contains(Draft, await _citizen.GetStringAsync($"{mine.Url}/form"), StringComparison.Ordinal);
            Assert.Equal(HttpStatusCode.UnprocessableEntity, await SendAsync(mine, "submit", Filled(Refused)));
            Assert.Equal(HttpStatusCode.SeeOther, await SendAsync(mine, "submit", Filled(Phone)));

            var ticket = (await _clerk.CallNext(Seocho.CallNext())).Ticket!.Value;
            Assert.True((await _clerk.Start(Seocho.Request(ticket))).Ok);
            var view = await ReadAsync(ticket, Sent);
            Assert.Equal((Address, Purpose, Phone), (view.Answers.Values["address"][0], view.Answers.Values["purposeOther"][0], view.Answers.Values["phone"][0]));
            Assert.True((await _clerk.EditForm(new EditFormRequest(ticket, [new("name", view.Revisions["name"], [ByClerk])]))).Ok);
            await ReadAsync(ticket, ByClerk);
            await AtThePanelAsync(ticket, AtPanel);
            await ReadAsync(ticket, AtPanel);

            Assert.True((await _clerk.AskCorrections(new CorrectionsRequest(Seocho.NewRequestId(), ticket, ["name"]))).Ok);
            await Eventually.TrueAsync(async () => await SendAsync(mine, "send", ("f.name", Corrected)) == HttpStatusCode.SeeOther, "the phone corrects");
            await ReadAsync(ticket, Corrected);
            await _clerk.WritingAt(ticket, "name");
            Assert.True((await _clerk.Warn(new WarnRequest(Seocho.NewRequestId(), ticket, WarningKind.Language))).Ok);
            Assert.True((await _clerk.RaiseAlarm(new CounterRequest(Seocho.NewRequestId()))).Ok);
            Assert.True((await _clerk.Complete(new CompleteRequest(Seocho.NewRequestId(), ticket))).Ok);
        }

        /// <summary>Everybody else asks for what they may ask, and for that form.</summary>
        public async Task OthersAskAsync()
        {
            foreach (var (socket, _) in _others)
            {
                await socket.SendAsync(Encoding.UTF8.GetBytes(Invocation("Submission", 1)), WebSocketMessageType.Text, true, CancellationToken.None);
            }

            foreach (var question in new[] { Invocation("Submission", 1), Invocation("Watch") })
            {
                await _otherPanelSocket.SendAsync(Encoding.UTF8.GetBytes(question), WebSocketMessageType.Text, true, CancellationToken.None);
            }

            foreach (var path in new[]
            {
                "/", "/api/district", $"/{Seocho.Office}", "/api/offices", $"/api/offices/{Seocho.Office}", $"/api/offices/{Seocho.Office}/board",
                "/api/forms/resident-register", $"/{Seocho.Office}/s/{Seocho.Service}", $"/{Seocho.Office}/s/{Seocho.Service}/form",
                $"/qr/{Seocho.Office}.svg", $"/{Seocho.Office}/poster", "/healthz", "/ready",
                _theirs.Url, $"{_theirs.Url}/form", $"{_theirs.Url}/slip", $"/display/{Seocho.Office}",
            })
            {
                await ear.PageAsync(Pages, _neighbour, path);
            }

            foreach (var path in new[] { "desk", "form-access", "form-access/check", "ledger", "staff", "incidents", "recovery", "room/screens" })
            {
                foreach (var (_, client) in _others)
                {
                    await ear.PageAsync(StaffPages, client, $"/api/offices/{Seocho.Office}/{path}");
                }
            }
        }

        /// <summary>Returns when all that has happened is in the history.</summary>
        public async Task KeptAsync()
        {
            await using var source = NpgsqlDataSource.Create(hub.PostgresConnectionString);
            await using var newest = source.CreateCommand($"select coalesce(max(version), 0) from event where office = '{Seocho.Office}'");
            await Eventually.TrueAsync(async () => (long)(await newest.ExecuteScalarAsync())! >= hub.State().Version, "the history has it");
        }

        public async Task<IReadOnlyList<(string Place, string Canary)>> FoundAsync(Canaries canaries) =>
            [.. ear.Heard.Concat(await Kept.ByAsync(hub)).SelectMany(place => canaries.In(place.Content).Select(found => (place.Place, found)))];

        /// <summary>The canary is written where nothing may be, each time in another shape.</summary>
        public async Task PlantAsync()
        {
            hub.Services.GetRequiredService<ILoggerFactory>().CreateLogger("planted").LogTrace("{Planted}", Planted);
            var redis = hub.Services.GetRequiredService<IConnectionMultiplexer>();
            await redis.GetDatabase().StringSetAsync("planted", JsonSerializer.Serialize(Planted));
            await redis.GetSubscriber().PublishAsync(RedisChannel.Literal("planted"), Uri.EscapeDataString(Planted));
            await File.WriteAllTextAsync(Path.Combine(hub.DataFolder, "planted"), Planted, Encoding.Unicode);
            await using var source = NpgsqlDataSource.Create(hub.PostgresConnectionString);
            await using var plant = source.CreateCommand("create table planted as select @content::bytea as content");
            plant.Parameters.AddWithValue("content", Encoding.UTF8.GetBytes(Planted));
            await plant.ExecuteNonQueryAsync();

            // What everybody at the office is shown; and the name of its service, on every phone and on the page of the district.
            using var notice = await _others[1].Client.PostAsJsonAsync(
                $"/api/offices/{Seocho.Office}/room/notice", new NoticeRequest(Seocho.NewRequestId(), Planted, Planted, 30));
            Assert.Equal(HttpStatusCode.OK, notice.StatusCode);
            await using var rename = source.CreateCommand(
                "update office set document = jsonb_set(document, '{services,0,name,ko}', to_jsonb(@name)) where slug = @office");
            rename.Parameters.AddWithValue("name", Planted);
            rename.Parameters.AddWithValue("office", Seocho.Office);
            await rename.ExecuteNonQueryAsync();
            await Eventually.TrueAsync(() => hub.Services.GetRequiredService<IOffices>().Find(Seocho.Office)!.Services[0].Name.Ko == Planted, "the office is renamed");
            await ear.StreamAsync(Neighbour, _neighbour, $"{_theirs.Url}/events");
            await ear.StreamAsync(District, _neighbour, "/district/events");
            await OthersAskAsync();
        }

        public async ValueTask DisposeAsync()
        {
            foreach (var link in _links)
            {
                await link.DisposeAsync();
            }

            _others.ForEach(other => other.Client.Dispose());
            _otherPanel.Dispose();
            _citizen.Dispose();
            _neighbour.Dispose();
        }

        private async Task FollowAsync(string place, string name, string invocation)
        {
            var (client, cookies) = await hub.SignInAsync(name);
            _others.Add((await ear.SocketAsync(place, hub, Routes.CounterHub, cookies, invocation), client));
        }

        private async Task<SubmissionView> ReadAsync(long ticket, string name)
        {
            SubmissionView? view = null;
            await Eventually.TrueAsync(
                async () => (view = await _clerk.Submission(ticket)) is not null && view.Answers.Values["name"].SequenceEqual([name]), $"the clerk reads {name}");
            return view!;
        }

        private async Task WriteAsync(IssuedTicket ticket, string field, int revision, string value)
        {
            using var response = await _citizen.PostAsJsonAsync($"{ticket.Url}/form/fields", new EditFieldsRequest([new(field, revision, [value])]));
            Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        }

        // The page as a browser without scripts sends it.
        private async Task<HttpStatusCode> SendAsync(IssuedTicket ticket, string go, params IEnumerable<(string Key, string Value)> written)
        {
            var page = await _citizen.GetStringAsync($"{ticket.Url}/form");
            var fields = Hidden().Matches(page).Select(match => (Key: match.Groups[1].Value, Value: WebUtility.HtmlDecode(match.Groups[2].Value)))
                .Where(hidden => hidden.Key is "key" or "requestId" or "seen").Concat(written).Append((Key: "go", Value: go));
            using var content = new FormUrlEncodedContent(fields.Select(field => KeyValuePair.Create(field.Key, field.Value)));
            using var response = await _citizen.PostAsync($"{ticket.Url}/form", content);
            return response.StatusCode;
        }

        private static (string, string)[] Filled(string phone) =>
        [
            ("f.document", "personal"), ("f.action", "view"), ("f.purpose", "other"), ("f.purposeOther", Purpose), ("f.personalAddresses", "none"), ("f.name", Sent),
            ("f.birthDate", "19900131"), ("f.address", Address), ("f.phone", phone), ("f.privacy", "yes"), ("f.appliedBy", "self"), ("step", "review"),
        ];

        // The citizen who stands at the counter reads, writes and signs there.
        private async Task AtThePanelAsync(long ticket, string name)
        {
            SubmissionView? view = null;
            await Eventually.TrueAsync(async () => (view = await _panel.Submission(ticket)) is not null, "the panel reads the form");
            Assert.True((await _panel.EditForm(new EditFormRequest(ticket, [new("name", view!.Revisions["name"], [name])]), "vi")).Ok);
            await _panel.WritingAt(ticket, "name");
            Assert.Null((await _panel.SignAsync(ticket, new SignatureDrawing(JsonSerializer.Deserialize<int[][]>(Drawn)!))).Problem);
            Assert.Equal(Drawn, JsonSerializer.Serialize((await _panel.Submission(ticket))!.Signature!.Drawing!.Lines));
        }

        private static HttpClient Browser(RunningHub hub)
        {
            var client = hub.NewClient();
            client.DefaultRequestHeaders.AcceptLanguage.Add(new StringWithQualityHeaderValue("ko"));
            return client;
        }

        private static string Invocation(string target, params object[] arguments) =>
            JsonSerializer.Serialize(new { type = 1, invocationId = target, target, arguments }) + "\u001e";
    }
}
