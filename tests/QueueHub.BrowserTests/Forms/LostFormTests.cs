using Microsoft.Extensions.DependencyInjection;
using QueueHub.BrowserTests.Screens;
using QueueHub.Contracts.Tickets;
using QueueHub.Live;
using QueueHub.Tickets;

namespace QueueHub.BrowserTests.Forms;

/// <summary>Redis is lost or set back while phones have their ticket open: what was written comes back from them.</summary>
public sealed class LostFormTests(EngineFixture engines, ChromiumFixture chromium) : IAsyncLifetime
{
    private static readonly TimeSpan Back = TimeSpan.FromSeconds(60);

    private OwnRedis _redis = null!;
    private Scene _scene = null!;

    public async ValueTask InitializeAsync()
    {
        _redis = await OwnRedis.StartAsync("--appendonly", "yes", "--appendfsync", "always");
        _scene = await Scene.StartAsync(engines, chromium, redis: _redis);
    }

    public async ValueTask DisposeAsync()
    {
        await _scene.DisposeAsync();
        await _redis.DisposeAsync();
    }

    [Fact]
    public async Task A_submitted_form_is_submitted_again_by_the_ticket_page()
    {
        var phone = await _scene.OpenAsync("/seocho/s/resident/form", Device.Phone);
        await phone.WriteFormAsync();
        await phone.PressAsync("제출하고 번호표 받기");
        await phone.HasTicketAsync();
        await Expect(phone.Locator("[data-live]")).ToBeVisibleAsync();
        var typed = await KeptAsync(phone.Url);
        Assert.Equal("홍길동", typed["name"]);
        await MarkAsync(phone);

        await _scene.LoseAsync(_redis, _redis.LoseFiles);

        await Expect(phone.Locator("[data-again=sent]")).ToBeVisibleAsync();
        await Expect(phone.Locator("[data-form=edit]")).ToBeVisibleAsync();
        await NeverReloadedAsync(phone);
        var (submitted, answers) = await CalledAsync();
        Assert.True(submitted);
        Assert.Equal(typed, answers);
    }

    [Fact]
    public async Task A_draft_of_two_phones_comes_back_with_the_newest_answers_whichever_sends_first()
    {
        var issued = await _scene.Citizens.IssueAsync();
        var older = await _scene.OpenAsync($"{issued.Url}/form", Device.Phone);
        await older.FillStepAsync("request", ("document", "household"), ("action", "view"), ("purpose", "bank"));
        await Expect(older.Locator("[data-kept]")).ToBeVisibleAsync();
        var putBack = _redis.KeepFiles();
        var newer = await _scene.OpenAsync($"{issued.Url}/form", Device.Phone);
        await newer.FillStepAsync("household", ("householdAddresses", "none"));
        await Expect(newer.Locator("[data-kept]")).ToBeVisibleAsync();
        await newer.PressAsync("이전");
        await newer.FillStepAsync("request", ("purpose", "school"));
        await Expect(newer.Locator("[data-kept]")).ToBeVisibleAsync();
        await newer.GotoAsync(issued.Url);
        var typed = await KeptAsync(issued.Url);
        Assert.Equal("school", typed["purpose"]);
        await MarkAsync(older, newer);

        await _scene.LoseAsync(_redis, putBack);
        await Expect(newer.Locator("[data-again=sent]")).ToBeVisibleAsync();
        Assert.Equal(typed, await KeptAsync(issued.Url));

        // Both phones send now; the first one also an answer that the second has changed since.
        await _scene.LoseAsync(_redis, _redis.LoseFiles);
        await Eventually.TrueAsync(async () => (await KeptAsync(issued.Url)).SequenceEqual(typed), "all answers are back", Back);
        await NeverReloadedAsync(older, newer);
        Assert.Equal(typed, (await CalledAsync()).Answers);
    }

    [Fact]
    public async Task A_form_that_goes_on_being_written_is_whole_again_with_the_next_answer()
    {
        var issued = await _scene.Citizens.IssueAsync();
        var phone = await _scene.OpenAsync($"{issued.Url}/form", Device.Phone);
        await phone.FillStepAsync("request", ("document", "household"), ("action", "view"), ("purpose", "bank"));
        await Expect(phone.Locator("[data-kept]")).ToBeVisibleAsync();
        var typed = await KeptAsync(issued.Url);
        await MarkAsync(phone);

        // As if the stream, which tells of the loss, were slower than the hand that writes.
        await phone.RouteAsync("**/events", route => route.AbortAsync());
        await phone.EvaluateAsync("dispatchEvent(new Event('online'))");
        await _scene.LoseAsync(_redis, _redis.LoseFiles);
        await phone.FillStepAsync("request", ("purpose", "school"));
        typed["purpose"] = "school";

        await Eventually.TrueAsync(async () => (await KeptAsync(issued.Url)).SequenceEqual(typed), "all answers are back", Back);
        await Expect(phone.Locator(".dispute")).ToHaveCountAsync(0);
        await phone.NextAsync();
        await Expect(phone.Locator("#form")).ToHaveAttributeAsync("data-step", "household");
        await NeverReloadedAsync(phone);
    }

    private static async Task MarkAsync(params IPage[] phones)
    {
        foreach (var phone in phones)
        {
            await phone.EvaluateAsync("window.neverReloaded = true");
        }
    }

    private static async Task NeverReloadedAsync(params IPage[] phones)
    {
        foreach (var phone in phones)
        {
            Assert.True(await phone.EvaluateAsync<bool>("window.neverReloaded === true"));
        }
    }

    /// <summary>What Redis holds of the form behind a link.</summary>
    private async Task<SortedDictionary<string, string>> KeptAsync(string url)
    {
        var state = _scene.Hub.Services.GetRequiredService<IOfficeStates>().Current(Seocho.Office)!;
        var form = await _scene.Hub.Services.GetRequiredService<Submissions>().ReadAsync(Seocho.Office, state.ByToken(TicketToken.Hash(url.Split('/')[^1]))!);
        return Readable(form?.Answers.Values ?? new Dictionary<string, IReadOnlyList<string>>());
    }

    /// <summary>What the clerk who calls the ticket is given by the hub.</summary>
    private async Task<(bool Submitted, SortedDictionary<string, string> Answers)> CalledAsync()
    {
        var (kim, cookies) = await _scene.Hub.SignInAsync("kim");
        using (kim)
        {
            await using var connection = _scene.Hub.CounterConnection(cookies);
            await connection.StartAsync();
            var counter = new HubDoor(connection);
            await counter.Attach(Seocho.Office, "1", "ko");
            await counter.Open(new OpenCounterRequest(Seocho.NewRequestId()));
            var ticket = (await counter.CallNext(Seocho.CallNext())).Ticket!.Value;
            var form = await Eventually.NotNullAsync(() => counter.Submission(ticket), "the clerk is given the form");
            return (form.Submitted, Readable(form.Answers.Values));
        }
    }

    private static SortedDictionary<string, string> Readable(IReadOnlyDictionary<string, IReadOnlyList<string>> answers) =>
        new(answers.ToDictionary(answer => answer.Key, answer => string.Join(',', answer.Value)));
}
