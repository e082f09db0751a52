using Microsoft.Extensions.Time.Testing;
using QueueHub.Live;
using QueueHub.Tickets.Rows;

namespace QueueHub.UnitTests.Live;

public class FormNewsTests
{
    private readonly List<FormBell> _bells = [];
    private readonly List<PresenceBell> _others = [];
    private readonly FormNews _news;

    public FormNewsTests() => _news = new FormNews(new FormPlace("seocho", "1", Panel: true), Add(_bells), Add(_others));

    [Fact]
    public async Task A_slow_screen_is_told_the_newest_of_each_field_and_the_last_place_of_the_other_side()
    {
        _news.Add(Bell(7, ("name", 1), ("phone", 4)));
        _news.Add(Bell(7, ("name", 3)));
        _news.Add(Bell(7, ("name", 2)));
        _news.Add(new PresenceBell(7, false, "name"));
        _news.Add(new PresenceBell(7, false, "phone"));

        await RunAsync();

        Assert.Equal(new Dictionary<string, int> { ["name"] = 3, ["phone"] = 4 }, Assert.Single(_bells).Fields);
        Assert.Equal("phone", Assert.Single(_others).Field);
    }

    [Fact]
    public async Task Of_a_ticket_that_has_gone_nothing_is_told()
    {
        _news.Add(Bell(7, ("name", 1)));
        _news.Add(new PresenceBell(7, false, "name"));
        _news.Add(Bell(8));

        await RunAsync();

        Assert.Equal((8L, 0), (Assert.Single(_bells).Ticket, _bells[0].Fields.Count));
        Assert.Empty(_others);
    }

    [Fact]
    public void Who_says_nothing_any_more_is_forgotten_after_half_a_minute()
    {
        var time = new FakeTimeProvider();
        var memory = new PresenceMemory(time);
        memory.Hear("seocho", new PresenceBell(7, true, "name"));
        memory.Hear("seocho", new PresenceBell(7, false, "phone"));
        memory.Hear("seocho", new PresenceBell(7, false));
        time.Advance(TimeSpan.FromSeconds(29));
        Assert.Empty(memory.Forget());

        time.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal([("seocho", new PresenceBell(7, true))], memory.Forget());
        Assert.Empty(memory.Forget());
    }

    private async Task RunAsync()
    {
        using var stop = new CancellationTokenSource();
        var running = _news.RunAsync(stop.Token);
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => running);
    }

    private static FormBell Bell(long ticket, params (string Field, int Revision)[] fields) =>
        new(ticket, fields.ToDictionary(field => field.Field, field => field.Revision));

    private static Func<T, Task> Add<T>(List<T> list) => told =>
    {
        list.Add(told);
        return Task.CompletedTask;
    };
}
