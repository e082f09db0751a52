using System.Collections.Concurrent;
using System.Diagnostics;
using System.Threading.Channels;
using CounterClient;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.SignalR;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using QueueHub.Contracts.Boards;
using QueueHub.Contracts.Hubs;
using QueueHub.Contracts.Tickets;
using static QueueHub.UnitTests.Counter.Boards;

namespace QueueHub.UnitTests.Counter;

/// <summary>The connection against a real hub on a real socket, which a test cuts and mends.</summary>
public sealed class DeskConnectionTests : IAsyncLifetime
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private readonly Desks _desks = new();
    private readonly Channel<DeskBoard> _boards = Channel.CreateUnbounded<DeskBoard>();
    private WebApplication _server = null!;
    private DeskConnection _connection = null!;
    private bool _signedIn = true;

    public async ValueTask InitializeAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        builder.Services.AddSignalR(hub => hub.KeepAliveInterval = TimeSpan.FromSeconds(2));
        builder.Services.AddSingleton(_desks);
        _server = builder.Build();
        _server.MapHub<DesksHub>(Routes.CounterHub);
        await _server.StartAsync();
        _connection = new DeskConnection(
            new Uri(_server.Urls.First()), new Station("seocho", "1", "ko"), _ => Task.FromResult(_signedIn), TimeProvider.System);
        _connection.Shown += (board, _) => _boards.Writer.TryWrite(board);
    }

    public async ValueTask DisposeAsync()
    {
        await _connection.DisposeAsync();
        await _server.DisposeAsync();
    }

    [Fact]
    public async Task It_attaches_and_shows_what_it_is_given_and_what_follows()
    {
        _connection.Start();

        Assert.Equal(1, (await NextBoardAsync()).Version);
        await _server.Services.GetRequiredService<IHubContext<DesksHub, ICounterClient>>().Clients.All.ShowDesk(Board(version: 2));
        Assert.Equal(2, (await NextBoardAsync()).Version);
        Assert.Equal(LinkPhase.Up, _connection.State.Phase);
    }

    [Fact]
    public async Task A_cut_line_is_made_anew_and_attached_again()
    {
        _connection.Start();
        await NextBoardAsync();

        for (var cut = 0; cut < 3; cut++)
        {
            _desks.Cut();
            await NextBoardAsync();
        }

        Assert.Equal(4, _desks.Attached.Count);
        Assert.All(_desks.Attached, station => Assert.Equal(("seocho", "1", "ko"), station));
    }

    [Fact]
    public async Task A_command_goes_over_the_present_line()
    {
        _connection.Start();
        await NextBoardAsync();
        _desks.Cut();
        await NextBoardAsync();

        var hub = await _connection.HubAsync(CancellationToken.None).WaitAsync(Patience);
        var reply = await hub.CallNext(new CallNextRequest(DeskOrder.NewRequestId())).WaitAsync(Patience);

        Assert.True(reply.Ok);
        Assert.Equal(7, reply.Ticket);
    }

    [Fact]
    public async Task A_suspected_line_is_replaced_and_an_old_one_can_no_longer_be_suspected()
    {
        _connection.Start();
        await NextBoardAsync();
        var first = await _connection.HubAsync(CancellationToken.None).WaitAsync(Patience);

        _connection.Suspect(first);
        await NextBoardAsync();
        var second = await _connection.HubAsync(CancellationToken.None).WaitAsync(Patience);
        _connection.Suspect(first);

        Assert.NotSame(first, second);
        Assert.Same(second, await _connection.HubAsync(CancellationToken.None).WaitAsync(Patience));
        Assert.Equal(2, _desks.Attached.Count);
    }

    [Fact]
    public async Task A_renewed_line_is_replaced_without_a_pause_and_one_that_hangs_while_it_attaches_too()
    {
        _connection.Start();
        await NextBoardAsync();
        var began = Stopwatch.GetTimestamp();
        _desks.Hangs = true;
        _connection.Renew();
        await Eventually(() => _desks.Attached.Count == 2);

        _desks.Hangs = false;
        _connection.Renew();
        await NextBoardAsync();

        // Time-outs of ten seconds would come first otherwise.
        Assert.InRange(Stopwatch.GetElapsedTime(began).TotalSeconds, 0, 5);
        Assert.Equal(3, _desks.Attached.Count);
    }

    [Fact]
    public async Task A_node_that_has_not_read_the_office_yet_is_asked_again()
    {
        _desks.NotReadYet = 2;

        _connection.Start();

        Assert.Equal(1, (await NextBoardAsync()).Version);
        Assert.Equal(3, _desks.Attached.Count);
    }

    [Fact]
    public async Task A_counter_that_is_not_for_this_person_ends_it()
    {
        _desks.Refuses = true;

        _connection.Start();

        await PhaseAsync(LinkPhase.Refused);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => _connection.HubAsync(CancellationToken.None).WaitAsync(Patience));
        Assert.Single(_desks.Attached);
    }

    [Fact]
    public async Task The_server_signs_it_out()
    {
        _connection.Start();
        await NextBoardAsync();

        await _server.Services.GetRequiredService<IHubContext<DesksHub, ICounterClient>>().Clients.All.SignedOut();
        await PhaseAsync(LinkPhase.SignedOut);
        _desks.Cut();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => _connection.HubAsync(CancellationToken.None).WaitAsync(Patience));
        Assert.Single(_desks.Attached);
    }

    [Fact]
    public async Task A_line_refused_because_nobody_is_signed_in_any_more_ends_it()
    {
        _signedIn = false;
        await _server.StopAsync();

        _connection.Start();

        await PhaseAsync(LinkPhase.SignedOut);
    }

    [Fact]
    public async Task A_server_that_cannot_be_reached_is_no_sign_out()
    {
        await _server.StopAsync();

        _connection.Start();

        await PhaseAsync(LinkPhase.Lost);
        Assert.False(_connection.State.Ended);
    }

    [Fact]
    public async Task Another_language_is_attached_at_once_and_for_later()
    {
        _connection.Start();
        await NextBoardAsync();

        await _connection.SpeakAsync("en");
        _desks.Cut();
        await NextBoardAsync();

        Assert.Equal(["ko", "en", "en"], _desks.Attached.Select(station => station.Language));
    }

    [Theory]
    [InlineData(0, 0, 250)]
    [InlineData(0, 1, 500)]
    [InlineData(3, 0, 2000)]
    [InlineData(3, 1, 4000)]
    [InlineData(1000, 0, 4000)]
    [InlineData(1000, 1, 8000)]
    public void Pauses_grow_to_eight_seconds_and_scatter(int failures, double random, int expected) =>
        Assert.Equal(TimeSpan.FromMilliseconds(expected), DeskConnection.Backoff(failures, random));

    private async Task<DeskBoard> NextBoardAsync() => await _boards.Reader.ReadAsync().AsTask().WaitAsync(Patience);

    private static async Task Eventually(Func<bool> condition)
    {
        using var patience = new CancellationTokenSource(Patience);
        while (!condition())
        {
            await Task.Delay(10, patience.Token);
        }
    }

    private async Task PhaseAsync(LinkPhase phase)
    {
        var reached = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        void Look()
        {
            if (_connection.State.Phase == phase)
            {
                reached.TrySetResult();
            }
        }

        _connection.Changed += Look;
        Look();
        await reached.Task.WaitAsync(Patience);
        _connection.Changed -= Look;
    }
}

/// <summary>What the test's hub does, and what was asked of it.</summary>
public sealed class Desks
{
    private HubCallerContext? _last;

    public ConcurrentQueue<(string Office, string Counter, string Language)> Attached { get; } = [];
    public bool Refuses { get; set; }
    public int NotReadYet { get; set; }
    public bool Hangs { get; set; }

    public async Task<DeskBoard?> AttachAsync(HubCallerContext connection, string office, string counter, string language)
    {
        _last = connection;
        Attached.Enqueue((office, counter, language));
        if (Hangs)
        {
            await Task.Delay(Timeout.InfiniteTimeSpan, connection.ConnectionAborted);
        }

        return Refuses ? null : NotReadYet-- > 0 ? throw new HubException("unavailable") : Board();
    }

    public void Cut() => _last!.Abort();
}

/// <summary>A counter hub with the few methods these tests call.</summary>
public sealed class DesksHub(Desks desks) : Hub<ICounterClient>
{
    public Task<DeskBoard?> Attach(string office, string counter, string language) => desks.AttachAsync(Context, office, counter, language);

    public CommandReply CallNext(CallNextRequest request) => new(null, request.RequestId.Length == 32 ? 2 : 0, 7, 7);
}
