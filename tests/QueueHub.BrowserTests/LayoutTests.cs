using Npgsql;
using QueueHub.BrowserTests.Screens;
using QueueHub.Contracts.Tickets;

namespace QueueHub.BrowserTests;

/// <summary>Every word is to be read on every size of screen.</summary>
public class LayoutTests(EngineFixture engines, ChromiumFixture chromium)
{
    private static readonly int[] PhoneWidths = [320, 360, 390, 430];
    private static readonly Device[] Desks = [new(1024, 768), new(1366, 768), new(1920, 1080)];

    // A screen that has just been switched on announces what was called this moment, and holds its page meanwhile.
    private static readonly TimeSpan AnnouncedAtStart = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan AllPages = TimeSpan.FromMinutes(5);

    private readonly List<string> _misfits = [];

    [Theory]
    [InlineData("ko")]
    [InlineData("en")]
    public async Task On_every_phone(string language)
    {
        await using var scene = await Scene.StartAsync(engines, chromium);
        var clerk = await scene.ClerkAsync("kim", "1");
        await scene.Citizens.IssueAsync();
        var ticket = await scene.Citizens.IssueAsync(form: scene.Hub.FilledForm());
        var phone = await scene.OpenAsync("/seocho", Device.Phone, language);
        await EachWidthAsync(phone, "office");
        await phone.GotoAsync("/seocho/s/resident");
        await EachWidthAsync(phone, "service");
        await phone.GotoAsync("/seocho/s/resident/form");
        await phone.NextAsync();
        await Expect(phone.Locator(".notice.danger")).ToBeVisibleAsync();
        await EachWidthAsync(phone, "form with errors");
        await phone.FillStepAsync("request", ("document", "household"), ("action", "issue"), ("purpose", "other"), ("copies", "1"), ("purposeOther", "여권"));
        await phone.NextAsync();
        await phone.FillStepAsync("household", ("householdAddresses", "recent"), ("householdAddressYears", "5"), ("householdItems", "changes"));
        await EachWidthAsync(phone, "second step");
        await phone.NextAsync();
        await phone.FillStepAsync("who", ("appliedBy", "self"));
        await phone.NextAsync();
        await phone.FillStepAsync(
            "applicant", ("name", "홍길동"), ("birthDate", "19900131"), ("address", $"서울특별시 {new string('가', 60)}"), ("phone", "010-1234-5678"), ("privacy", "yes"));
        await EachWidthAsync(phone, "last step");
        await phone.NextAsync();
        await Expect(phone.Locator("#form")).ToHaveAttributeAsync("data-step", "review");
        await EachWidthAsync(phone, "review");
        await phone.GotoAsync("/seocho/s/nothing");
        await EachWidthAsync(phone, "not found");
        await phone.GotoAsync($"{ticket.Url}/cancel");
        await EachWidthAsync(phone, "cancel");

        await phone.GotoAsync(ticket.Url);
        await Expect(phone.Locator("[data-live]")).ToBeVisibleAsync();
        await EachWidthAsync(phone, "waiting");
        var first = await clerk.CallNext(Seocho.CallNext());
        await clerk.NoShow(Seocho.Request(first.Ticket!.Value));
        await clerk.CallNext(Seocho.CallNext());
        await Expect(phone.View("called")).ToBeVisibleAsync();
        await EachWidthAsync(phone, "called");
        Assert.True(_misfits.Count == 0, string.Join(Environment.NewLine, _misfits));
    }

    [Fact]
    public async Task On_a_wide_and_a_tall_lobby_screen_with_one_seven_and_twenty_calls()
    {
        await using var scene = await Scene.StartAsync(engines, chromium);
        await GiveCountersAsync(scene, 20);
        var numbers = new List<int>();
        foreach (var calls in new[] { 1, 7, 20 })
        {
            while (numbers.Count < calls)
            {
                var ticket = await scene.Citizens.IssueAsync();
                await (await scene.ClerkAsync("kim", $"{numbers.Count + 1}")).CallNext(Seocho.CallNext());
                numbers.Add(ticket.Number);
            }

            var last = TimeProvider.System.GetTimestamp();
            await Eventually.TrueAsync(() => TimeProvider.System.GetElapsedTime(last) > AnnouncedAtStart, "the last call is no news any more");
            await Task.WhenAll(ReadAllAsync(scene, Device.Tv, numbers), ReadAllAsync(scene, Device.TallTv, numbers));
        }

        Assert.True(_misfits.Count == 0, string.Join(Environment.NewLine, _misfits));
    }

    [Theory]
    [InlineData("ko")]
    [InlineData("en")]
    public async Task On_every_desk(string language)
    {
        await using var scene = await Scene.StartAsync(engines, chromium);
        await scene.Citizens.IssueAsync(form: scene.Hub.FilledForm());
        for (var i = 0; i < 12; i++)
        {
            await scene.Citizens.IssueAsync(i % 3 == 0 ? "passport" : Seocho.Service);
        }

        var lee = await scene.ClerkAsync("lee", "4");
        var parked = await lee.CallNext(Seocho.CallNext());
        await lee.Park(new ParkRequest(Seocho.NewRequestId(), parked.Ticket!.Value, "수수료 납부 중"));
        var absent = await lee.CallNext(Seocho.CallNext());
        await lee.NoShow(Seocho.Request(absent.Ticket!.Value));

        var desk = await scene.OpenAsync("/counter/", Device.Desk, language);
        await desk.Locator($".language[lang={language}]").ClickAsync();
        await Expect(desk.Locator("html")).ToHaveAttributeAsync("lang", language);
        await EachDeskAsync(desk, "sign-in");
        await desk.SignInAsync(scene.Hub, "kim");
        await EachDeskAsync(desk, "choice of counters");
        await desk.TakeAsync("1");
        await EachDeskAsync(desk, "idle");
        await desk.StrikeAsync("F2");
        await Expect(desk.Answer("name")).ToBeVisibleAsync();
        await EachDeskAsync(desk, "called");
        await desk.StrikeAsync("F4");
        await Expect(desk.Stage("Serving")).ToBeVisibleAsync();
        await EachDeskAsync(desk, "serving");
        Assert.True(_misfits.Count == 0, string.Join(Environment.NewLine, _misfits));
    }

    private static async Task GiveCountersAsync(Scene scene, int count)
    {
        await using var source = NpgsqlDataSource.Create(scene.Hub.PostgresConnectionString);
        await using var change = source.CreateCommand(
            """
            update office set document = jsonb_set(document, '{counters}',
              (select jsonb_agg(jsonb_build_object('id', number::text, 'primary', array['resident'], 'helping', array['passport'])) from generate_series(1, $1) number))
            """);
        change.Parameters.AddWithValue(count);
        await change.ExecuteNonQueryAsync();
        await Eventually.TrueAsync(async () => (await scene.Citizens.BoardAsync())!.Counters.Count == count, "the office with more counters");
    }

    private async Task ReadAllAsync(Scene scene, Device device, List<int> numbers)
    {
        var tv = await scene.OpenAsync("/display/seocho", device);
        var read = new HashSet<string>();
        var expected = numbers.Select(number => $"{number}번").ToHashSet();
        await Eventually.TrueAsync(
            async () =>
            {
                var page = await tv.Locator(".call .number").AllTextContentsAsync();
                if (page.Any(number => !read.Contains(number)))
                {
                    var misfits = await tv.MisfitsAsync($"lobby with {numbers.Count} calls");
                    lock (_misfits)
                    {
                        _misfits.AddRange(misfits);
                    }
                }

                read.UnionWith(page);
                return read.SetEquals(expected);
            },
            $"every one of {numbers.Count} calls on some page",
            AllPages);
    }

    private async Task EachWidthAsync(IPage phone, string screen)
    {
        foreach (var width in PhoneWidths)
        {
            await phone.SetViewportSizeAsync(width, Device.Phone.Height);
            _misfits.AddRange(await phone.MisfitsAsync(screen));
        }
    }

    private async Task EachDeskAsync(IPage desk, string screen)
    {
        foreach (var size in Desks)
        {
            await desk.SetViewportSizeAsync(size.Width, size.Height);
            _misfits.AddRange(await desk.MisfitsAsync(screen));
        }
    }
}
