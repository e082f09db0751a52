using System.Collections.Concurrent;
using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Npgsql;
using QueueHub.Contracts;
using QueueHub.Contracts.Forms;
using QueueHub.Contracts.Tickets;
using QueueHub.Live;
using QueueHub.Offices;
using QueueHub.Tickets;
using StackExchange.Redis;

namespace QueueHub.IntegrationTests.Intake;

/// <summary>Filled at home, brought along as a QR code.</summary>
public partial class PreparedFormTests(EngineFixture engines)
{
    private const string Canary = "카나리아";

    [Fact]
    public async Task Filled_at_home_on_Sunday_it_is_scanned_on_Monday_at_the_counter_and_stands_nowhere_else()
    {
        var lines = new Lines();
        await using var hub = await new HubFactory(engines).WithOpeningHours()
            .With(services => services.AddLogging(logging => logging.SetMinimumLevel(LogLevel.Information).AddProvider(lines))).StartAsync();
        await hub.CloseNowAsync();
        using var phone = Phone(hub);
        var page = await PrepareAsync(phone, Canary);
        var html = await phone.GetStringAsync(page);
        Assert.DoesNotContain(Canary, html, StringComparison.Ordinal);
        Assert.DoesNotContain($"{page}/ticket", html, StringComparison.Ordinal);

        await hub.OpenNowAsync();
        var (clerk, cookies) = await hub.SignInAsync("kim");
        using var _ = clerk;
        await using var connection = hub.CounterConnection(cookies);
        await connection.StartAsync();
        var counter = new HubDoor(connection);
        await counter.Attach(Seocho.Office, "1", "ko");
        Assert.True((await counter.Open(new OpenCounterRequest(Seocho.NewRequestId()))).Ok);
        var issued = await phone.IssueAsync();
        var ticket = (await counter.CallNext(Seocho.CallNext())).Ticket!.Value;
        Assert.Equal(ticket, await counter.FindTicket(new Uri(hub.Url, issued.Url).AbsoluteUri));
        Assert.Null(await counter.FindTicket(new Uri(hub.Url, page).AbsoluteUri));

        var attached = await counter.AttachForm(new AttachFormRequest(Seocho.NewRequestId(), ticket, new Uri(hub.Url, page).AbsoluteUri));

        Assert.Null(attached.Problem);
        SubmissionView? shown = null;
        await Eventually.TrueAsync(async () => (shown = await counter.Submission(ticket)) is { Submitted: true }, "the clerk has the form");
        Assert.Equal([Canary], shown!.Answers.Values["name"]);
        Assert.Empty(shown.Missing);
        Assert.Equal(HttpStatusCode.OK, (await phone.GetAsync(page)).StatusCode);

        var token = page.Split('/')[^1];
        await NowhereAsync(hub, lines, Canary, token);
    }

    [Fact]
    public async Task A_number_taken_with_it_destroys_it_and_a_repeated_press_gets_the_same_number()
    {
        await using var hub = await new HubFactory(engines).StartAsync();
        using var phone = Phone(hub);
        var page = await PrepareAsync(phone, "홍길동");
        var keys = Keys(await phone.GetStringAsync(page)).ToList();

        var first = await PostAsync(phone, $"{page}/ticket", keys);
        var again = await PostAsync(phone, $"{page}/ticket", keys);

        Assert.Equal(HttpStatusCode.SeeOther, first.Status);
        Assert.Equal((first.Status, first.Location), (again.Status, again.Location));
        Assert.True(hub.Services.GetRequiredService<IOfficeStates>().Current(Seocho.Office)!.Tickets.Values.Single().Form is not null);
        Assert.Contains("홍길동", await phone.GetStringAsync($"{first.Location}/form"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await phone.GetAsync(page)).StatusCode);
        var late = await PostAsync(phone, $"{page}/ticket", [.. keys.Where(key => key.Key == "key"), ("requestId", Seocho.NewRequestId())]);
        Assert.Equal(HttpStatusCode.NotFound, late.Status);
        Assert.Equal(1, (await phone.BoardAsync())!.Services.Sum(service => service.Waiting));
    }

    [Fact]
    public async Task Pressed_twice_it_is_one_form_which_its_citizen_changes_and_deletes()
    {
        await using var hub = await new HubFactory(engines).StartAsync();
        using var phone = Phone(hub);
        var keys = Keys(await phone.GetStringAsync("/seocho/s/resident/prepare")).ToList();
        var pages = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => PostAsync(phone, "/seocho/s/resident/prepare", [.. keys, .. Complete("홍길동")])));
        var page = Assert.Single(pages.Select(sent => sent.Location).Distinct());

        var form = await phone.GetStringAsync($"{page}/form");
        Assert.Contains("홍길동", form, StringComparison.Ordinal);
        var changed = await PostAsync(phone, $"{page}/form", [.. Keys(form), .. Complete("성춘향")]);
        Assert.Equal((HttpStatusCode.SeeOther, page), (changed.Status, changed.Location));
        Assert.Contains("성춘향", await phone.GetStringAsync($"{page}/form"), StringComparison.Ordinal);

        // Another browser's token changes nothing.
        using var stranger = Phone(hub);
        var delete = Keys(await phone.GetStringAsync($"{page}/delete")).ToList();
        Assert.Equal(HttpStatusCode.BadRequest, (await PostAsync(stranger, $"{page}/delete", delete)).Status);
        Assert.Equal("/seocho", (await PostAsync(phone, $"{page}/delete", delete)).Location);
        foreach (var gone in new[] { page, $"{page}/form", $"{page}/qr.svg", $"{page}/delete" })
        {
            using var answer = await phone.GetAsync(gone);
            Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
            Assert.True(answer.Headers.CacheControl?.NoStore);
        }

        Assert.Equal(HttpStatusCode.NotFound, (await PostAsync(phone, $"{page}/form", [.. Keys(form), .. Complete("늦은 글")])).Status);
    }

    [Fact]
    public async Task What_cannot_be_attached_is_refused_with_a_reason()
    {
        await using var hub = await new HubFactory(engines).WithSetting("Limits:PerDevice", "1000000").StartAsync();
        using var phone = Phone(hub);
        var (clerk, _) = await hub.SignInAsync("kim");
        using var _ = clerk;
        var door = new HttpDoor(clerk, Seocho.Office, "1");
        Assert.True((await door.Open(new OpenCounterRequest(Seocho.NewRequestId()))).Ok);
        var here = await PrepareAsync(phone, "홍길동");
        var elsewhere = await PrepareAsync(phone, "홍길동", "seocho-1");
        await phone.IssueAsync("passport");
        var passport = (await door.CallNext(Seocho.CallNext())).Ticket!.Value;

        await RefusedAsync(ProblemCodes.UnknownForm, passport, here);
        Assert.True((await door.Start(Seocho.Request(passport))).Ok);
        Assert.True((await door.Complete(new CompleteRequest(Seocho.NewRequestId(), passport))).Ok);
        await phone.IssueAsync(form: hub.FilledForm("이몽룡"));
        var ticket = (await door.CallNext(Seocho.CallNext())).Ticket!.Value;
        await RefusedAsync(ProblemCodes.OtherOffice, ticket, elsewhere);
        await RefusedAsync(ProblemCodes.UnknownPreparedForm, ticket, $"/seocho/f/{TicketToken.New()}");
        await RefusedAsync(ProblemCodes.UnknownPreparedForm, ticket, here.Replace("/f/", "/t/", StringComparison.Ordinal));
        await RefusedAsync(ProblemCodes.UnknownPreparedForm, ticket, elsewhere.Replace("seocho-1", "seocho", StringComparison.Ordinal));
        await RefusedAsync(ProblemCodes.FormConflict, ticket, here);
        Assert.Equal(ProblemCodes.InvalidRequest, (await door.AttachForm(new AttachFormRequest(Seocho.NewRequestId(), ticket, ""))).Problem?.Code);
        Assert.Null((await AttachAsync(ticket, here, replace: true)).Problem);

        // Its time is over.
        var redis = hub.Services.GetRequiredService<IConnectionMultiplexer>().GetDatabase();
        Assert.Equal(1, (long)await redis.ScriptEvaluateAsync("return redis.call('PEXPIRE', KEYS[1], 1)", [RedisKeys.Prepared(Seocho.Office, TicketToken.Hash(here.Split('/')[^1]))]));
        await Eventually.TrueAsync(async () => (await AttachAsync(ticket, here, replace: true)).Problem?.Code == ProblemCodes.UnknownPreparedForm, "it is over");

        Task<CommandReply> AttachAsync(long attachTo, string page, bool replace = false) =>
            door.AttachForm(new AttachFormRequest(Seocho.NewRequestId(), attachTo, new Uri(hub.Url, page).AbsoluteUri, replace));

        async Task RefusedAsync(string code, long attachTo, string page) => Assert.Equal(code, (await AttachAsync(attachTo, page)).Problem?.Code);
    }

    [Fact]
    public async Task A_form_of_an_older_version_is_neither_attached_nor_given_a_number_until_it_is_saved_again()
    {
        await using var hub = await new HubFactory(engines).StartAsync();
        using var phone = Phone(hub);
        var page = await PrepareAsync(phone, "홍길동");
        var redis = hub.Services.GetRequiredService<IConnectionMultiplexer>().GetDatabase();
        await redis.HashSetAsync(RedisKeys.Prepared(Seocho.Office, TicketToken.Hash(page.Split('/')[^1])), "version", 0);

        var html = await phone.GetStringAsync(page);
        Assert.Contains("서식이 바뀌었습니다", html, StringComparison.Ordinal);
        Assert.DoesNotContain($"{page}/ticket", html, StringComparison.Ordinal);

        var form = await phone.GetStringAsync($"{page}/form");
        Assert.Equal(page, (await PostAsync(phone, $"{page}/form", [.. Keys(form), .. Complete("홍길동")])).Location);
        Assert.DoesNotContain("서식이 바뀌었습니다", await phone.GetStringAsync(page), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Only_a_clerk_of_the_office_finds_a_ticket_by_its_link()
    {
        await using var hub = await new HubFactory(engines).StartAsync();
        using var phone = Phone(hub);
        var ticket = (await phone.IssueAsync()).Url;
        await using var source = NpgsqlDataSource.Create(hub.PostgresConnectionString);
        await using var leave = source.CreateCommand("delete from staff_office where office = 'seocho-health'");
        await leave.ExecuteNonQueryAsync();
        var (kim, _) = await hub.SignInAsync("kim");
        using var _ = kim;

        Assert.Equal(1, await new HttpDoor(kim, Seocho.Office, "1").FindTicket($"https://anywhere.example{ticket}"));
        Assert.Equal(1, await new HttpDoor(kim, Seocho.Office, "1").FindTicket(ticket.Split('/')[^1]));
        Assert.Null(await new HttpDoor(kim, Seocho.Office, "1").FindTicket(TicketToken.New()));
        using var unsigned = await phone.PostAsync(Find(Seocho.Office), Code(ticket));
        Assert.Equal(HttpStatusCode.Unauthorized, unsigned.StatusCode);
        using var other = await kim.PostAsync(Find("seocho-health"), Code(ticket));
        Assert.Equal(HttpStatusCode.Forbidden, other.StatusCode);
        using var nothing = await kim.PostAsync(Find(Seocho.Office), Code(new string('x', 501)));
        Assert.Equal(HttpStatusCode.BadRequest, nothing.StatusCode);

        static string Find(string office) => $"/api/offices/{office}/tickets/find";
        static StringContent Code(string code) => new($$"""{"code":"{{code}}"}""", Encoding.UTF8, "application/json");
    }

    private static async Task NowhereAsync(RunningHub hub, Lines lines, params string[] secrets)
    {
        var redis = hub.Services.GetRequiredService<IConnectionMultiplexer>();
        var database = redis.GetDatabase();
        var events = (await database.StreamRangeAsync(RedisKeys.Events(Seocho.Office))).SelectMany(entry => entry.Values).Select(value => (string)value.Value!);
        var names = redis.GetServers()[0].KeysAsync(pattern: $"qh:{{{Seocho.Office}}}:*").Select(key => (string)key!);
        await using var source = NpgsqlDataSource.Create(hub.PostgresConnectionString);
        var history = new List<string>();
        foreach (var table in new[] { "event", "ticket" })
        {
            await using var read = source.CreateCommand($"select row_to_json(t)::text from {table} t");
            await using var rows = await read.ExecuteReaderAsync();
            while (await rows.ReadAsync())
            {
                history.Add(rows.GetString(0));
            }
        }

        var written = lines.All.Concat(events).Concat(await names.ToListAsync()).Concat(history).ToList();
        Assert.Contains(events, text => text.Contains("formSubmitted", StringComparison.Ordinal));
        Assert.All(secrets, secret => Assert.DoesNotContain(written, text => text.Contains(secret, StringComparison.Ordinal)));
        await foreach (var key in redis.GetServers()[0].KeysAsync(pattern: $"qh:{{{Seocho.Office}}}:*"))
        {
            var dump = await database.KeyDumpAsync(key);
            Assert.All(secrets, secret => Assert.Equal(-1, dump.AsSpan().IndexOf(Encoding.UTF8.GetBytes(secret))));
        }
    }

    internal static async Task<string> PrepareAsync(HttpClient phone, string name, string office = Seocho.Office)
    {
        var path = $"/{office}/s/{Seocho.Service}/prepare";
        var sent = await PostAsync(phone, path, [.. Keys(await phone.GetStringAsync(path)), .. Complete(name)]);
        Assert.Equal(HttpStatusCode.SeeOther, sent.Status);
        Assert.Matches($"^/{office}/f/[0-9a-f]{{32}}$", sent.Location);
        return sent.Location;
    }

    private static (string Key, string Value)[] Complete(string name) =>
    [
        ("f.document", "personal"), ("f.action", "view"), ("f.purpose", "bank"), ("f.personalAddresses", "none"), ("f.name", name), ("f.birthDate", "19900131"),
        ("f.address", "서초구"), ("f.phone", "010-1234-5678"), ("f.privacy", "yes"), ("f.appliedBy", "self"), ("step", "review"), ("go", "submit"),
    ];

    internal static HttpClient Phone(RunningHub hub)
    {
        var client = hub.NewClient();
        client.DefaultRequestHeaders.Accept.Add(new MediaTypeWithQualityHeaderValue("text/html"));
        client.DefaultRequestHeaders.AcceptLanguage.Add(new StringWithQualityHeaderValue("ko"));
        return client;
    }

    private static async Task<(HttpStatusCode Status, string Location)> PostAsync(HttpClient phone, string path, IEnumerable<(string Key, string Value)> fields)
    {
        using var content = new FormUrlEncodedContent(fields.Select(field => KeyValuePair.Create(field.Key, field.Value)));
        using var response = await phone.PostAsync(path, content);
        return (response.StatusCode, response.Headers.Location?.OriginalString ?? "");
    }

    private static IEnumerable<(string Key, string Value)> Keys(string html) =>
        Hidden().Matches(html).Select(match => (match.Groups[1].Value, WebUtility.HtmlDecode(match.Groups[2].Value))).DistinctBy(input => input.Item1);

    [GeneratedRegex(@"<input type=""hidden"" name=""(key|requestId)"" value=""([^""]*)""")]
    private static partial Regex Hidden();

    /// <summary>What the hub logs, as it is configured.</summary>
    private sealed class Lines : ILoggerProvider, ILogger
    {
        private readonly ConcurrentQueue<string> _lines = [];

        public IReadOnlyCollection<string> All => _lines;

        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            _lines.Enqueue($"{formatter(state, exception)} {exception}");

        public void Dispose()
        {
        }
    }
}
