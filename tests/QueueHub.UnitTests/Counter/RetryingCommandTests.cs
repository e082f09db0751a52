using CounterClient;
using Microsoft.AspNetCore.SignalR;
using Microsoft.Extensions.Time.Testing;
using QueueHub.Contracts;
using QueueHub.Contracts.Hubs;
using QueueHub.Contracts.Tickets;

namespace QueueHub.UnitTests.Counter;

public class RetryingCommandTests
{
    private static readonly CommandReply Done = new(null, 9, 7, 7);

    private readonly FakeTimeProvider _time = new();
    private readonly FakeHub _hub = new();
    private readonly FakeLink _link;
    private readonly RetryingCommand _command;

    public RetryingCommandTests()
    {
        _link = new FakeLink(_hub);
        _command = new RetryingCommand(_link, _time, RetryTimes.Default);
    }

    [Fact]
    public async Task An_answer_ends_it_at_once()
    {
        _hub.Answer = _ => Task.FromResult(Done);

        Assert.Equal(Done, await GiveAsync());
        Assert.Single(_hub.Asked);
    }

    [Fact]
    public async Task A_refusal_is_an_answer()
    {
        var refused = new CommandReply(new CommandProblem(ProblemCodes.NobodyWaiting, "Nobody is waiting."), 9);
        _hub.Answer = _ => Task.FromResult(refused);

        Assert.Equal(refused, await GiveAsync());
        Assert.Single(_hub.Asked);
    }

    [Fact]
    public async Task A_connection_that_closes_under_it_is_followed_by_the_same_request_over_the_next()
    {
        var first = true;
        _hub.Answer = _ =>
        {
            if (!first)
            {
                return Task.FromResult(Done);
            }

            first = false;
            _link.Cut();
            return Task.FromException<CommandReply>(new TaskCanceledException());
        };

        var giving = GiveAsync();
        await AdvanceUntilAsync(() => _hub.Asked.Count == 1);
        Assert.False(giving.IsCompleted);
        _link.Mend();

        Assert.Equal(Done, await FinishAsync(giving));
        Assert.Equal(2, _hub.Asked.Count);
        Assert.Single(_hub.Asked.Select(asked => asked.RequestId).Distinct());
    }

    [Fact]
    public async Task Silence_is_retried_with_the_same_request_and_the_connection_is_suspected()
    {
        var answers = new Queue<Task<CommandReply>>([new TaskCompletionSource<CommandReply>().Task, Task.FromResult(Done)]);
        _hub.Answer = _ => answers.Dequeue();

        Assert.Equal(Done, await FinishAsync(GiveAsync()));
        Assert.Equal(1, _link.Suspected);
        Assert.Single(_hub.Asked.Select(asked => asked.RequestId).Distinct());
    }

    [Theory]
    [InlineData(ProblemCodes.Unknown)]
    [InlineData(ProblemCodes.Unavailable)]
    public async Task An_open_outcome_is_asked_again(string code)
    {
        var answers = new Queue<CommandReply>([new CommandReply(new CommandProblem(code, "?"), 0), Done]);
        _hub.Answer = _ => Task.FromResult(answers.Dequeue());

        Assert.Equal(Done, await FinishAsync(GiveAsync()));
    }

    [Fact]
    public async Task What_stays_open_is_given_back_at_the_end()
    {
        var open = new CommandReply(new CommandProblem(ProblemCodes.Unavailable, "The queue cannot be reached."), 0);
        _hub.Answer = _ => Task.FromResult(open);

        Assert.Equal(open, await FinishAsync(GiveAsync()));
        Assert.InRange(_hub.Asked.Count, 3, 30);
    }

    [Fact]
    public async Task It_gives_up_rather_than_act_long_after_it_was_ordered()
    {
        _link.Cut();
        var giving = GiveAsync();

        Assert.Null(await FinishAsync(giving));
        _link.Mend();
        Assert.Empty(_hub.Asked);
    }

    [Fact]
    public async Task An_error_in_the_hub_is_not_repeated()
    {
        _hub.Answer = _ => Task.FromException<CommandReply>(new HubException("failed"));

        await Assert.ThrowsAsync<HubException>(GiveAsync);
        Assert.Single(_hub.Asked);
    }

    private Task<CommandReply?> GiveAsync()
    {
        var id = DeskOrder.NewRequestId();
        return _command.RunAsync((ICounterHub hub) => new DeskOrder(DeskAction.CallNext).SendAsync(hub, id), CancellationToken.None);
    }

    private async Task<CommandReply?> FinishAsync(Task<CommandReply?> giving)
    {
        await AdvanceUntilAsync(() => giving.IsCompleted);
        return await giving;
    }

    // Continuations run on the pool: time moves on in small steps until they have done what is waited for.
    private async Task AdvanceUntilAsync(Func<bool> reached)
    {
        for (var step = 0; !reached(); step++)
        {
            Assert.True(step < 2000, "It never came to that.");
            _time.Advance(TimeSpan.FromMilliseconds(50));
            await Task.Yield();
            await Task.Delay(1);
        }
    }
}
